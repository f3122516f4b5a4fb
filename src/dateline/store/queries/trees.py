"""What SQLite keeps beside the tables: words of articles, boxes of places. Migrations make them; PostgreSQL has its own ways."""

from typing import Final

from sqlalchemy import column, table

places_box: Final = table("places_box", column("no"), column("west"), column("east"), column("south"), column("north"))
articles_text: Final = table("articles_text", column("rowid"), column("title"), column("text"), column("rank"), column("articles_text"))
