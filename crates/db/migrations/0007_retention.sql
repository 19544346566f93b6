-- How long logs are kept (SPEC ORG-4), and what a chain begins after once its oldest rows are forgotten.

-- In days; 0 for ever.
ALTER TABLE organisations ADD COLUMN audit_days @int NOT NULL DEFAULT 0;
ALTER TABLE organisations ADD COLUMN sign_in_days @int NOT NULL DEFAULT 0;

-- The last forgotten row of the chain and its hash; 0 and nothing where the chain is whole.
ALTER TABLE audit_heads ADD COLUMN forgotten_seq @int NOT NULL DEFAULT 0;
ALTER TABLE audit_heads ADD COLUMN forgotten_hash @blob;

CREATE INDEX sign_ins_organisation ON sign_ins (organisation_id, at, id);
