-- Custom roles have names of their own, and users may hold grants beside their role (SPEC ROL-2, ROL-6).

CREATE UNIQUE INDEX roles_name ON roles (organisation_id, name_key);

ALTER TABLE users ADD COLUMN device_management @flag NOT NULL DEFAULT FALSE;
ALTER TABLE users ADD COLUMN support_management @flag NOT NULL DEFAULT FALSE;
ALTER TABLE organisations ADD COLUMN operators_used @int NOT NULL DEFAULT 0;
