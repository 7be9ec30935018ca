package dev.callout.platform.audit;

/** Tables whose rows let somebody in, or decide what is done: each row carries a keyed hash of what counts in it. */
public enum KeyedTable {
    CREDENTIAL(
            "credential",
            "account_id",
            "account_id = ?",
            "jsonb_build_array(account_id, username, email, password_hash, role, customer_id, contact_id, language, active)"),
    SIGN_IN(
            "sign_in",
            "encode(access_hash, 'hex')",
            "access_hash = decode(?, 'hex')",
            "jsonb_build_array(encode(access_hash, 'hex'), encode(refresh_hash, 'hex'), sign_in_id, account_id)"),
    ONE_TIME_LINK(
            "one_time_link",
            "encode(token_hash, 'hex')",
            "token_hash = decode(?, 'hex')",
            "jsonb_build_array(encode(token_hash, 'hex'), account_id, purpose)"),
    OUTSIDE_IDENTITY(
            "outside_identity",
            "issuer || ' ' || subject",
            "issuer || ' ' || subject = ?",
            "jsonb_build_array(issuer, subject, account_id)"),
    COMMAND_RECEIPT(
            "command_receipt",
            "command_id::text",
            "command_id = ?::uuid",
            "CASE WHEN version IS NOT NULL THEN"
                    + " jsonb_build_array(command_id, encode(request_hash, 'hex'), aggregate_id, version, number) END");

    private final String table;
    private final String key;
    private final String hasKey;
    private final String content;

    KeyedTable(String table, String key, String hasKey, String content) {
        this.table = table;
        this.key = key;
        this.hasKey = hasKey;
        this.content = content;
    }

    public String table() {
        return table;
    }

    /** A text in SQL that says which row it is. */
    public String key() {
        return key;
    }

    /** Whether it is the row with a key, in SQL with one parameter. */
    String hasKey() {
        return hasKey;
    }

    /** What the hash is of, as a text in SQL; null while nothing counts yet. */
    public String content() {
        return "(" + content + ")::text";
    }
}
