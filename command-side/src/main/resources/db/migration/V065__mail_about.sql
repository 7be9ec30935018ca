-- Whom a mail tells of, where that is not the one it goes to: the body is sealed with their key.
ALTER TABLE mail ADD COLUMN about text;
CREATE INDEX mail_about_idx ON mail (about) WHERE about IS NOT NULL;
