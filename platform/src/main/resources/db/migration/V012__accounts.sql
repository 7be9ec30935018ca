-- Somebody invited has no password yet. The address is where links go; it is personal, and so in no other table.
alter table credential alter column password_hash drop not null;
alter table credential add column email text;

-- Links that choose a password, once. Only hashes: a stolen table opens nothing.
create table one_time_link (
    token_hash bytea       primary key,
    account_id text        not null,
    purpose    text        not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    ended_at   timestamptz
);

create index one_time_link_of_account on one_time_link (account_id, purpose, made_at);
create unique index one_time_link_live on one_time_link (account_id, purpose) where ended_at is null;

-- Mail on its way out, and the log of what went. The body is sealed; that of a mail with a secret goes when it is sent.
create table mail (
    mail_id    text        primary key,
    template   text        not null,
    person_id  text        not null,
    recipient  text,
    subject    text,
    body       bytea,
    secret     boolean     not null,
    state      text        not null,
    attempts   integer     not null default 0,
    written_at timestamptz not null,
    next_at    timestamptz,
    sent_at    timestamptz,
    last_error text
);

create index mail_in_order on mail (written_at, mail_id);
create index mail_of_person on mail (person_id);

-- One row per sign-in, of a program or a browser. The tokens of a program's are in sign_in.
create table signed_in (
    sign_in_id   text        primary key,
    account_id   text        not null,
    kind         text        not null,
    agent        text        not null,
    started_at   timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at   timestamptz not null,
    ended_at     timestamptz
);

create index signed_in_of_account on signed_in (account_id, started_at);

insert into signed_in (sign_in_id, account_id, kind, agent, started_at, last_seen_at, expires_at, ended_at)
select sign_in_id, account_id, 'PROGRAM', 'Unknown', min(created_at), max(created_at), max(refresh_expires_at),
       max(ended_at)
from sign_in group by sign_in_id, account_id;

-- What proves somebody's second factor; the secret is sealed. last_step keeps a code from being used twice.
create table second_factor (
    account_id   text        primary key,
    secret       bytea       not null,
    begun_at     timestamptz not null,
    confirmed_at timestamptz,
    last_step    bigint      not null default 0
);

create table recovery_code (
    account_id text  not null,
    code_hash  bytea not null,
    used_at    timestamptz,
    primary key (account_id, code_hash)
);

-- Who an account is at an outside issuer. Only an administrator or the signed-in person makes such a link.
create table outside_identity (
    issuer     text        not null,
    subject    text        not null,
    account_id text        not null,
    linked_at  timestamptz not null,
    primary key (issuer, subject)
);

create index outside_identity_of_account on outside_identity (account_id);
