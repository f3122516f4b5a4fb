from pathlib import Path

from click.testing import CliRunner

from dateline.views.cli import cli

TREE = """\
# newdoc id = a
# text = Rain fell.
1\tRain\train\tNOUN\tNN\tNumber=Sing\t2\tnsubj\t_\t_
2\tfell\tfall\tVERB\tVBD\tMood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""


def test_syntax_prints_a_measure_a_line(tmp_path: Path) -> None:
    (tmp_path / "a.conllu").write_text(TREE, encoding="utf-8")
    done = CliRunner().invoke(cli, ["evaluate", "syntax", str(tmp_path / "a.conllu")])
    assert done.output.splitlines()[:4] == ["UPOS 1.0000", "UAS 1.0000", "LAS 1.0000", "sentences 1.0000"]


def test_syntax_can_be_kept_to_some_documents(tmp_path: Path) -> None:
    (tmp_path / "a.conllu").write_text(TREE + TREE.replace("= a", "= b").replace("nsubj", "obj"), encoding="utf-8")
    (tmp_path / "docs.tsv").write_text("a\tnews\tdev\nb\tnews\ttest\n", encoding="utf-8")
    arguments = ["evaluate", "syntax", str(tmp_path / "a.conllu"), "--documents", str(tmp_path / "docs.tsv"), "--split", "dev"]
    assert "LAS 1.0000" in CliRunner().invoke(cli, arguments).output


def test_entities_prints_both_scores(tmp_path: Path) -> None:
    (tmp_path / "a.iob2").write_text("Ukraine\tB-LOC\nheld\tO\ntalks\tO\nwith\tO\nRussia\tB-LOC\n.\tO\n", encoding="utf-8")
    done = CliRunner().invoke(cli, ["evaluate", "entities", str(tmp_path / "a.iob2"), "--column", "2"])
    assert done.output.splitlines() == ["typed F1 1.0000", "span F1 1.0000", "names 2"]


def test_a_configuration_that_is_wrong_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("corpora = 3\n", encoding="utf-8")
    done = CliRunner().invoke(cli, ["train", "language", str(tmp_path / "a.toml")])
    assert "need a training configuration" in str(done.exception)
