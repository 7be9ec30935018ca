CREATE TABLE account (
    account_id text PRIMARY KEY,
    username text NOT NULL,
    display_name text NOT NULL,
    role text NOT NULL,
    customer_id text,
    contact_id text,
    language text,
    active boolean NOT NULL,
    search_text text NOT NULL,
    version bigint NOT NULL
);
CREATE INDEX account_name_idx ON account (display_name, account_id);

CREATE TABLE team (
    team_id text PRIMARY KEY,
    name text NOT NULL,
    version bigint NOT NULL
);

CREATE TABLE team_member (
    member_key text PRIMARY KEY,
    team_id text NOT NULL,
    account_id text NOT NULL
);
CREATE INDEX team_member_team_idx ON team_member (team_id);
CREATE INDEX team_member_account_idx ON team_member (account_id);
