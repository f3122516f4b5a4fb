"""Words that pages say about themselves, in the languages that news comes in: weak evidence, by kind.

Written by hand from general knowledge of news sites, not drawn from any page. The model learns how far to trust each kind; no line is
kept or dropped for a phrase alone.
"""

from itertools import pairwise
from typing import Final

from dateline.extract.months import MONTHS, WEEKDAYS

KINDS: Final = ("action", "account", "legal", "related", "credit", "byline", "stamp", "day")

# Single words and pairs in lower case, hyphens and apostrophes as spaces; CJK ones are looked for as parts of a line, which has no spaces
# to go by.
_WORDS: Final = {
    "action": (
        "share|tweet|facebook|whatsapp|twitter|instagram|telegram|linkedin|pinterest|reddit|flipboard|tiktok|youtube|"
        "bluesky|threads|email|"
        "e mail|print|copy link|follow us|join us|like us|follow|menu|home|search|skip to|back to|to top|load more|show more|see more|"
        "view all|click here|tap here|play|listen|watch|next|previous|close|open|toggle|loading|comments|comment|leave a|reply|report|"
        "compartir|comparte|síguenos|imprimir|inicio|buscar|menú|comentarios|ver más|escuchar|volver|"
        "partager|suivez nous|imprimer|accueil|rechercher|commentaires|voir plus|écouter|réagir|"
        "teilen|drucken|folgen|startseite|suche|suchen|kommentare|mehr anzeigen|nach oben|merken|anhören|schließen|"
        "compartilhar|compartilhe|partilhar|siga nos|início|comentários|condividi|stampa|cerca|commenti|"
        "delen|zoeken|reacties|dela|sök|kommentarer|del|søg|søk|udostępnij|szukaj|komentarze|sdílet|hledat|diskuse|"
        "поделиться|поиск|меню|комментарии|главная|поділитися|пошук|коментарі|головна|"
        "paylaş|ara|yorumlar|anasayfa|bagikan|cari|komentar|beranda|chia sẻ|bình luận"
    ),
    "account": (
        "subscribe|subscriber|subscribers|subscription|newsletter|newsletters|sign up|sign in|log in|login|register|"
        "account|donate|support us|"
        "membership|ad blocker|advertisement|advertising|ad|ads|sponsored|paywall|unlock|free trial|premium|e paper|download|app|inbox|"
        "suscríbete|suscribirse|boletín|boletines|iniciar sesión|publicidad|regístrate|abonnez vous|abonnés|abonné|abonner|s abonner|"
        "inscription|se connecter|publicité|anzeige|abo|abonnieren|anmelden|registrieren|werbung|assine|assinante|publicidade|anúncio|"
        "iscriviti|abbonati|accedi|pubblicità|advertentie|abonneer|inloggen|prenumerera|annons|annonse|annonce|reklama|"
        "zaloguj|prenumerata|"
        "předplatné|přihlásit|реклама|подписаться|подписка|войти|підписатися|підписка|reklam|abone|giriş|iklan|langganan|masuk|đăng nhập"
    ),
    "legal": (
        "cookie|cookies|consent|privacy|terms|rights reserved|all rights|copyright|contact us|about us|advertise with|"
        "accessibility|imprint|"
        "disclaimer|policy|conditions|careers|sitemap|site map|accept all|reject all|preferences|"
        "privacidad|derechos reservados|aviso legal|términos|confidentialité|mentions légales|droits réservés|conditions générales|"
        "datenschutz|impressum|agb|nutzungsbedingungen|rechte vorbehalten|privacidade|direitos reservados|termos|diritti riservati|"
        "privacyverklaring|voorwaarden|integritet|personvern|privatliv|prywatności|regulamin|osobních údajů|"
        "конфиденциальности|права защищены|права захищені|gizlilik|hakları|kebijakan|ketentuan|hubungi kami"
    ),
    "related": (
        "related|read more|read also|also read|more from|more on|most read|most popular|popular|trending|recommended|latest news|latest|"
        "you may|see also|s picks|editors picks|top stories|more stories|next article|previous article|next story|"
        "relacionadas|relacionados|te puede|lea también|leer más|lo más|más leídas|más noticias|últimas noticias|"
        "à lire|lire aussi|lire la|les plus|sur le|en savoir|mehr zum|lesen sie|mehr dazu|auch interessant|meistgelesen|weitere artikel|"
        "das könnte|leia também|leia mais|mais lidas|veja também|leggi anche|i più|lees ook|lees meer|meer over|"
        "läs mer|läs också|les også|"
        "læs også|czytaj także|czytaj też|zobacz także|najczęściej czytane|čtěte také|související|"
        "читайте|читать также|по теме|читайте також|читати|ilgili haberler|çok okunan|baca juga|berita terkait|"
        "terpopuler|xem thêm|tin liên"
    ),
    "credit": (
        "photo|photos|photograph|image|images|picture|pictures|file photo|credit|getty|afp via|ap photo|"
        "shutterstock|istock|handout|"
        "courtesy|caption|foto|fotos|fotografía|imagen|archivo|crédit|photographie|bild|bilder|symbolbild|quelle|"
        "imagem|reprodução|divulgação|"
        "immagine|beeld|fot|zdroj|фото|photo by|video"
    ),
    "byline": (
        "by|reporter|correspondent|editor|staff|writer|author|journalist|por|redacción|par|rédaction|von|redaktion|"
        "redação|di|redazione|door|"
        "redactie|av|af|autor|автор|oleh|muhabir|reported by|written by|edited by|reporting by|editing by"
    ),
    "stamp": (
        "published|updated|posted|last updated|last modified|min read|minute read|mins read|minutes ago|hours ago|"
        "hour ago|days ago|gmt|utc|"
        "edt|est|cet|bst|ist|am|pm|publicado|actualizado|publié|mis à|veröffentlicht|aktualisiert|stand|uhr|lesezeit|atualizado|"
        "pubblicato|aggiornato|gepubliceerd|bijgewerkt|publicerad|uppdaterad|publisert|oppdatert|publiceret|opdateret|opublikowano|"
        "aktualizacja|aktualizováno|опубликовано|обновлено|опубліковано|оновлено|güncelleme|diterbitkan|diperbarui|wib|cập nhật"
    ),
}
_PARTS: Final = {
    "action": (
        "シェア|コメント|検索|トップ|メニュー|分享|评论|評論|搜索|首页|首頁|下载|공유|댓글|검색|홈|닫기|شارك|مشاركة|بحث|שתפו|תגובות|חיפוש"
    ),
    "account": "ログイン|会員|登録|購読|広告|登录|登錄|注册|註冊|订阅|訂閱|广告|廣告|로그인|회원|구독|광고|اشترك|إعلان|הרשמה|מנויים",
    "legal": "無断|転載|プライバシー|著作権|利用規約|版权|版權|隐私|隱私|저작권|무단|개인정보|حقوق|سياسة|זכויות|פרטיות",
    "related": "関連|おすすめ|ランキング|相关|相關|推荐|推薦|热门|熱門|延伸閱讀|관련|추천|인기|اقرأ|ذات صلة|עוד ב|קראו",
    "credit": "写真|撮影|图片|圖片|摄|사진|صورة|צילום",
    "byline": "記者|记者|기자|編集|编辑|責任編輯|责任编辑|بقلم",
    "stamp": "更新|公開|配信|发布|發布|입력|수정|نشر|פורסם|עודכן",
}

_DAYS: Final = dict.fromkeys((*MONTHS, *WEEKDAYS), KINDS.index("day"))
KIND_OF: Final = _DAYS | {phrase: KINDS.index(kind) for kind, phrases in _WORDS.items() for phrase in phrases.split("|")}
PARTS_OF: Final = tuple((part, KINDS.index(kind)) for kind, parts in _PARTS.items() for part in parts.split("|"))


def speaks_of_page(line: str) -> bool:
    """Whether a short line holds a word or pair of any kind but the names of days: `Share`, `Related articles`."""
    words = line.lower().split()
    phrases = (phrase for phrase in (*words, *map(" ".join, pairwise(words))) if phrase not in _DAYS)
    return any(phrase in KIND_OF for phrase in phrases) or (not line.isascii() and any(part in line for part, _ in PARTS_OF))
