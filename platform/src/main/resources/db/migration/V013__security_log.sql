-- What happened around signing in: tries, locks, links, second factors. No secrets.
create table security_event (
    security_event_id bigint      generated always as identity primary key,
    happened_at       timestamptz not null,
    kind              text        not null,
    account_id        text,
    by_account_id     text,
    address           text,
    detail            text
);

create index security_event_of_account on security_event (account_id, security_event_id);
