-- Mails in an organisation's own words (SPEC ORG-4).
CREATE TABLE mail_texts (
    organisation_id @id NOT NULL REFERENCES organisations (id),
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    version @int NOT NULL,
    updated_at @time NOT NULL,
    PRIMARY KEY (organisation_id, kind, language)
);
