-- A receipt without a version is a command on its way: kept where events and receipts are not stored together.
ALTER TABLE command_receipt ALTER COLUMN version DROP NOT NULL;

-- Which event each register knows last, so that hearing of one twice, or late, changes nothing.
ALTER TABLE customer_register ADD COLUMN version bigint NOT NULL DEFAULT 0;
ALTER TABLE contact_register ADD COLUMN version bigint NOT NULL DEFAULT 0;
ALTER TABLE account_register ADD COLUMN role_version bigint NOT NULL DEFAULT 0;
ALTER TABLE account_register ADD COLUMN active_version bigint NOT NULL DEFAULT 0;
ALTER TABLE team_member_register ADD COLUMN member boolean NOT NULL DEFAULT true;
ALTER TABLE team_member_register ADD COLUMN version bigint NOT NULL DEFAULT 0;
