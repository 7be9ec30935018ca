-- Who may sign in. The command side's own lookup: passwords are never in events.
create table credential (
    account_id    text        primary key,
    username      text        not null,
    password_hash text        not null,
    role          text        not null,
    customer_id   text,
    contact_id    text,
    language      text,
    active        boolean     not null default true,
    changed_at    timestamptz not null
);

create unique index credential_username on credential (lower(username));

-- One row per pair of tokens; a refresh makes a new row of the same sign-in. Only hashes: a stolen table opens nothing.
create table sign_in (
    access_hash        bytea       primary key,
    refresh_hash       bytea       not null unique,
    sign_in_id         text        not null,
    account_id         text        not null,
    created_at         timestamptz not null,
    expires_at         timestamptz not null,
    refresh_expires_at timestamptz not null,
    refreshed_at       timestamptz,
    ended_at           timestamptz
);

create index sign_in_of_account on sign_in (account_id);
create index sign_in_whole on sign_in (sign_in_id);
create index sign_in_outlived on sign_in (refresh_expires_at);

-- Wrong passwords by user name, whether or not such a user exists: both must look the same from outside.
create table sign_in_failure (
    username_hash  bytea       primary key,
    failures       integer     not null,
    last_failed_at timestamptz not null,
    locked_until   timestamptz
);

create index sign_in_failure_old on sign_in_failure (last_failed_at);

-- Keys that all nodes share and nobody chooses.
create table secret (
    name  text  primary key,
    value bytea not null
);
