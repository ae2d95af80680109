//! The faults of zips: a table only. What breaks an import or a page is an error, what is untidy a warning.

use crate::diag::Code;
use crate::inspect::zip::faults::Fault;

macro_rules! faults {
    ($($name:ident = $code:path, $fr:literal $en:literal => $cure_fr:literal $cure_en:literal;)*) => {
        $(pub(super) static $name: Fault =
            Fault { code: $code, words: [$fr, $en], cure: [$cure_fr, $cure_en] };)*
    };
}

faults! {
    NO_END = Code::FIL7007,
        "le fichier n'est pas un zip, ou il est coupé"
        "the file is no zip, or it is cut"
        => "refaites le zip, ou téléchargez-le à nouveau" "make the zip anew, or download it again";
    VOLUMES = Code::FIL7007,
        "le zip est en plusieurs volumes"
        "the zip is in several volumes"
        => "refaites-le d'un seul morceau" "make it anew in one piece";
    DIRECTORY = Code::FIL7007,
        "le répertoire du zip est illisible"
        "the directory of the zip cannot be read"
        => "refaites le zip" "make the zip anew";
    COUNT = Code::FIL7007,
        "le répertoire n'a pas le nombre d'entrées qu'il annonce"
        "the directory does not have the number of entries that it announces"
        => "refaites le zip" "make the zip anew";
    LOCAL = Code::FIL7007,
        "l'en-tête manque là où le répertoire l'annonce"
        "the header is missing where the directory announces it"
        => "refaites le zip" "make the zip anew";
    DISAGREE = Code::FIL7007,
        "l'en-tête ne dit pas ce que dit le répertoire"
        "the header does not say what the directory says"
        => "refaites le zip : deux lecteurs y voient deux contenus" "make the zip anew: two readers see two contents in it";
    CUT = Code::FIL7007,
        "les données dépassent leur place dans le fichier"
        "the data go beyond their place in the file"
        => "refaites le zip, ou téléchargez-le à nouveau" "make the zip anew, or download it again";
    OVERLAP = Code::FIL7007,
        "l'entrée en recouvre une autre"
        "the entry covers another"
        => "refaites le zip : les plateformes y voient un piège" "make the zip anew: platforms see a trap in it";
    SUM = Code::FIL7007,
        "le contenu ne répond pas à sa somme de contrôle"
        "the content does not answer to its checksum"
        => "refaites le zip, ou téléchargez-le à nouveau" "make the zip anew, or download it again";
    LENGTH = Code::FIL7007,
        "le contenu n'a pas la longueur annoncée"
        "the content does not have the length announced"
        => "refaites le zip" "make the zip anew";
    DEFLATED = Code::FIL7007,
        "les données compressées sont illisibles"
        "the compressed data cannot be read"
        => "refaites le zip, ou téléchargez-le à nouveau" "make the zip anew, or download it again";
    ENCRYPTED = Code::FIL7008,
        "l'entrée est chiffrée"
        "the entry is encrypted"
        => "refaites le zip sans mot de passe" "make the zip anew without a password";
    METHOD = Code::FIL7008,
        "l'entrée n'est ni stockée ni compressée par deflate"
        "the entry is neither stored nor deflated"
        => "refaites le zip avec la compression ordinaire : Moodle lit un zip LZMA comme s'il était vide"
           "make the zip anew with ordinary compression: Moodle reads a zip with LZMA as if it were empty";
    STORED_DESCRIPTOR = Code::FIL7008,
        "l'entrée est stockée, et sa longueur ne vient qu'après ses données"
        "the entry is stored, and its length comes only after its data"
        => "refaites le zip avec des longueurs dans les en-têtes : SCORM Cloud et d'autres le refusent"
           "make the zip anew with lengths in the headers: SCORM Cloud and others refuse it";
    LINK = Code::FIL7008,
        "l'entrée est un lien vers un autre fichier"
        "the entry is a link to another file"
        => "mettez le fichier lui-même dans le zip" "put the file itself into the zip";
    ABSOLUTE = Code::FIL7009,
        "le nom part de la racine d'un disque"
        "the name starts at the root of a disk"
        => "refaites le zip avec des chemins relatifs" "make the zip anew with relative paths";
    CLIMBS = Code::FIL7009,
        "le nom contient « . » ou « .. » comme dossier"
        "the name holds « . » or « .. » as a folder"
        => "refaites le zip depuis le dossier du paquet : Moodle ne voit pas ./imsmanifest.xml"
           "make the zip anew from the package's folder: Moodle does not see ./imsmanifest.xml";
    BACKSLASH = Code::FIL7009,
        "le nom contient une barre oblique inverse"
        "the name holds a backslash"
        => "refaites le zip avec un outil qui sépare les dossiers par /" "make the zip anew with a tool that separates folders by /";
    EMPTY = Code::FIL7009,
        "le nom est vide, ou a un dossier sans nom"
        "the name is empty, or has a folder without a name"
        => "refaites le zip" "make the zip anew";
    CONTROL = Code::FIL7009,
        "le nom contient un caractère de commande"
        "the name holds a control character"
        => "renommez le fichier" "rename the file";
    REMOVED = Code::FIL7009,
        "le nom contient un signe que Moodle retire (' \" & < > | : ` ou une tabulation)"
        "the name holds a sign that Moodle removes (' \" & < > | : ` or a tab)"
        => "renommez le fichier : ses adresses ne le trouvent plus" "rename the file: its addresses no longer find it";
    UNFLAGGED = Code::FIL7009,
        "le nom a des accents sans dire qu'il est en UTF-8"
        "the name has accents and does not say that it is in UTF-8"
        => "renommez le fichier sans accents : Moodle lit ces octets autrement"
           "rename the file without accents: Moodle reads these bytes otherwise";
    NOT_UTF8 = Code::FIL7009,
        "le nom se dit en UTF-8 et ne l'est pas"
        "the name says that it is in UTF-8 and is not"
        => "renommez le fichier sans accents" "rename the file without accents";
    LONG_PART = Code::FIL7009,
        "le nom d'un fichier ou d'un dossier dépasse 255 caractères"
        "the name of a file or folder is longer than 255 characters"
        => "abrégez-le : l'importation échoue" "shorten it: the import fails";
    TWICE = Code::FIL7009,
        "le nom est donné à deux entrées"
        "the name is given to two entries"
        => "gardez-en une : les plateformes n'en gardent pas toutes la même" "keep one: platforms do not all keep the same";
    NOT_ASCII = Code::FIL7010,
        "le nom a des accents ou d'autres signes hors de l'ASCII"
        "the name has accents or other signs outside ASCII"
        => "écrivez-le sans accents : certaines plateformes le changent" "write it without accents: some platforms change it";
    BLANK = Code::FIL7010,
        "le nom a des espaces ou des signes qu'une adresse doit coder"
        "the name has spaces or signs that an address must encode"
        => "mettez des tirets : a-z, 0-9, « . », « _ » et « - » passent partout"
           "use hyphens: a-z, 0-9, « . », « _ » and « - » pass everywhere";
    TILDE = Code::FIL7010,
        "le nom contient « ~ »"
        "the name holds « ~ »"
        => "renommez le fichier : Chamilo retire ce signe" "rename the file: Chamilo removes this sign";
    LONG_PATH = Code::FIL7010,
        "le chemin dépasse 100 caractères"
        "the path is longer than 100 characters"
        => "abrégez les noms de dossiers : sous Windows, la limite est vite atteinte"
           "shorten the names of folders: on Windows the limit is soon reached";
    TWINS = Code::FIL7010,
        "le nom ne diffère d'un autre que par la casse"
        "the name differs from another by case alone"
        => "renommez l'un des deux : un serveur Windows n'en garde qu'un" "rename one of the two: a Windows server keeps only one";
    EXTENSION = Code::FIL7011,
        "des plateformes refusent un zip qui contient ce type de fichier"
        "platforms refuse a zip that holds this type of file"
        => "retirez le fichier, ou donnez-lui une autre extension, comme .txt" "remove the file, or give it another extension, as .txt";
    FOLDERS = Code::FIL7012,
        "le dossier a une entrée à lui"
        "the folder has an entry of its own"
        => "refaites le zip sans entrées de dossiers; elles ne servent à rien" "make the zip anew without entries of folders; they serve nothing";
    DESCRIPTOR = Code::FIL7012,
        "la longueur ne vient qu'après les données"
        "the length comes only after the data"
        => "refaites le zip avec des longueurs dans les en-têtes; les lecteurs en continu y gagnent"
           "make the zip anew with lengths in the headers; readers of streams gain by it";
    NEEDLESS_ZIP64 = Code::FIL7012,
        "le zip emploie zip64 sans en avoir besoin"
        "the zip uses zip64 without need"
        => "refaites le zip sans zip64 : Moodle n'en lit pas le répertoire" "make the zip anew without zip64: Moodle does not read its directory";
    BEFORE = Code::FIL7012,
        "des octets étrangers précèdent le zip"
        "foreign bytes stand before the zip"
        => "refaites le zip" "make the zip anew";
    AFTER = Code::FIL7012,
        "des octets étrangers suivent le zip"
        "foreign bytes stand after the zip"
        => "refaites le zip" "make the zip anew";
    GAP = Code::FIL7012,
        "des octets que le répertoire ignore précèdent l'entrée"
        "bytes that the directory does not know stand before the entry"
        => "refaites le zip : ce sont souvent d'anciennes versions de fichiers" "make the zip anew: they are often earlier versions of files";
    GAP_AT_END = Code::FIL7012,
        "des octets que le répertoire ignore suivent la dernière entrée"
        "bytes that the directory does not know stand after the last entry"
        => "refaites le zip" "make the zip anew";
    DROPPINGS = Code::FIL7012,
        "le fichier a été laissé par macOS ou Windows"
        "the file was left by macOS or Windows"
        => "refaites le zip sans lui" "make the zip anew without it";
    NOT_FIRST = Code::FIL7012,
        "le manifeste n'est pas la première entrée"
        "the manifest is not the first entry"
        => "mettez-le en tête du zip; les lecteurs en continu le cherchent là" "put it first in the zip; readers of streams look for it there";
    BOMB = Code::FIL7013,
        "le contenu déplié est démesuré"
        "the unpacked content is out of all proportion"
        => "retirez ce qui gonfle le paquet : une plateforme y voit une attaque" "remove what swells the package: a platform sees an attack in it";
}
