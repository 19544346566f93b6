//! Plausible people in many scripts: as they write themselves, and in Latin letters for the username.

use kernel::Entropy;

/// A name as written and in Latin letters.
type Written = (&'static str, &'static str);

/// Given and family names that go together, with a language the product speaks.
struct Origin {
    language: &'static str,
    given: &'static [Written],
    family: &'static [Written],
}

/// A drawn name.
pub(super) struct Name {
    pub(super) first: String,
    pub(super) last: String,
    pub(super) username: String,
    pub(super) language: &'static str,
}

const ORIGINS: &[Origin] = &[
    Origin {
        language: "cs",
        given: &[
            ("Tereza", "tereza"),
            ("Jiří", "jiri"),
            ("Kateřina", "katerina"),
            ("Ondřej", "ondrej"),
            ("Šárka", "sarka"),
            ("Matěj", "matej"),
        ],
        family: &[
            ("Dvořáková", "dvorakova"),
            ("Němec", "nemec"),
            ("Růžička", "ruzicka"),
            ("Černá", "cerna"),
            ("Kříž", "kriz"),
        ],
    },
    Origin {
        language: "nb",
        given: &[
            ("Åse", "ase"),
            ("Bjørn", "bjorn"),
            ("Ingrid", "ingrid"),
            ("Sølvi", "solvi"),
            ("Håkon", "hakon"),
        ],
        family: &[
            ("Sørensen", "sorensen"),
            ("Bakke", "bakke"),
            ("Østby", "ostby"),
            ("Lund", "lund"),
            ("Næss", "naess"),
        ],
    },
    Origin {
        language: "fr",
        given: &[
            ("Éloïse", "eloise"),
            ("Benoît", "benoit"),
            ("Inès", "ines"),
            ("Théo", "theo"),
            ("Maëlle", "maelle"),
        ],
        family: &[
            ("Lefèvre", "lefevre"),
            ("Garnier", "garnier"),
            ("Noël", "noel"),
            ("Fabre", "fabre"),
            ("Chevalier", "chevalier"),
        ],
    },
    Origin {
        language: "en",
        given: &[
            ("Oliver", "oliver"),
            ("Grace", "grace"),
            ("Imogen", "imogen"),
            ("Callum", "callum"),
            ("Priya", "priya"),
            ("Marcus", "marcus"),
        ],
        family: &[
            ("Whitfield", "whitfield"),
            ("O'Connor", "oconnor"),
            ("Patel", "patel"),
            ("Hughes", "hughes"),
            ("Adeyemi", "adeyemi"),
        ],
    },
    Origin {
        language: "en",
        given: &[("Олена", "olena"), ("Тарас", "taras"), ("Ірина", "iryna"), ("Богдан", "bohdan")],
        family: &[
            ("Шевчук", "shevchuk"),
            ("Коваленко", "kovalenko"),
            ("Бондар", "bondar"),
            ("Мельник", "melnyk"),
        ],
    },
    Origin {
        language: "en",
        given: &[
            ("Ελένη", "eleni"),
            ("Νίκος", "nikos"),
            ("Δέσποινα", "despina"),
            ("Γιώργος", "giorgos"),
        ],
        family: &[("Παπαδάκη", "papadaki"), ("Οικονόμου", "oikonomou"), ("Βλάχος", "vlachos")],
    },
    Origin {
        language: "fr",
        given: &[("ليلى", "layla"), ("يوسف", "youssef"), ("مريم", "maryam"), ("كريم", "karim")],
        family: &[("الحداد", "alhaddad"), ("منصور", "mansour"), ("بناني", "bennani")],
    },
    Origin {
        language: "en",
        given: &[("陽菜", "hina"), ("大輔", "daisuke"), ("美咲", "misaki"), ("健太", "kenta")],
        family: &[
            ("佐藤", "sato"),
            ("高橋", "takahashi"),
            ("中村", "nakamura"),
            ("小林", "kobayashi"),
        ],
    },
    Origin {
        language: "en",
        given: &[("晓梅", "xiaomei"), ("志强", "zhiqiang"), ("雨桐", "yutong")],
        family: &[("王", "wang"), ("陈", "chen"), ("欧阳", "ouyang")],
    },
    Origin {
        language: "en",
        given: &[("अनिता", "anita"), ("राहुल", "rahul"), ("सुनीता", "sunita")],
        family: &[("शर्मा", "sharma"), ("वर्मा", "varma"), ("गुप्ता", "gupta")],
    },
    Origin {
        language: "en",
        given: &[("Łukasz", "lukasz"), ("Małgorzata", "malgorzata"), ("Zofia", "zofia")],
        family: &[("Wójcik", "wojcik"), ("Żak", "zak"), ("Kozłowska", "kozlowska")],
    },
    Origin {
        language: "en",
        given: &[("Yiğit", "yigit"), ("Gülşen", "gulsen"), ("İpek", "ipek")],
        family: &[("Yıldız", "yildiz"), ("Öztürk", "ozturk"), ("Çelik", "celik")],
    },
    Origin {
        language: "en",
        given: &[("Nguyệt", "nguyet"), ("Minh", "minh"), ("Thảo", "thao")],
        family: &[("Trần", "tran"), ("Phạm", "pham"), ("Đặng", "dang")],
    },
    Origin {
        language: "en",
        given: &[("נועה", "noa"), ("איתן", "eitan"), ("תמר", "tamar")],
        family: &[("כהן", "cohen"), ("לוי", "levi"), ("פרץ", "peretz")],
    },
    Origin {
        language: "en",
        given: &[("서연", "seoyeon"), ("민준", "minjun"), ("지우", "jiwoo")],
        family: &[("김", "kim"), ("박", "park"), ("최", "choi")],
    },
];

/// Draws a name; `number` keeps usernames apart.
pub(super) fn draw(entropy: &Entropy, number: usize) -> Name {
    // The first four origins speak the product's languages and come up more often.
    let of = if entropy.below(10) < 6 { 4 } else { ORIGINS.len() };
    let origin = pick(entropy, ORIGINS.get(..of).unwrap_or(ORIGINS));
    let (given, family) = (pick(entropy, origin.given), pick(entropy, origin.family));
    Name {
        first: given.0.to_owned(),
        last: family.0.to_owned(),
        username: format!("{}.{}{number}", given.1, family.1),
        language: origin.language,
    }
}

/// One of several, each equally likely.
///
/// # Panics
/// Never: every list above has members.
#[expect(
    clippy::indexing_slicing,
    reason = "the index is below the length of a list that is never empty"
)]
pub(super) fn pick<'a, T>(entropy: &Entropy, of: &'a [T]) -> &'a T {
    let index = usize::try_from(entropy.below(of.len() as u64)).unwrap_or(0);
    &of[index]
}
