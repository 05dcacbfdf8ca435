/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The tables of an account and everything that is asked of them, as SQL. `resource` holds what the
 * seed describes, whatever its type; the other tables say how resources belong together.
 */
#include "account_store.h"

/* Names of senders are compared without regard to case, IDs exactly: the index serves both. */
const char *const anvil_account_schema =
    "CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS quota (name TEXT PRIMARY KEY, most INTEGER NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS resource ("
    " key INTEGER PRIMARY KEY, type TEXT NOT NULL, id TEXT NOT NULL COLLATE NOCASE,"
    " arn TEXT NOT NULL UNIQUE COLLATE NOCASE, is_own INTEGER NOT NULL, country TEXT,"
    " status TEXT NOT NULL, kind TEXT, message_types TEXT, phone_number TEXT, capabilities TEXT,"
    " two_way TEXT, self_managed TEXT, opt_out_list TEXT, keywords TEXT NOT NULL DEFAULT '');"
    "CREATE INDEX IF NOT EXISTS resource_id ON resource (id, type);"
    "CREATE TABLE IF NOT EXISTS membership ("
    " pool INTEGER NOT NULL REFERENCES resource, identity INTEGER NOT NULL REFERENCES resource,"
    " PRIMARY KEY (pool, identity)) WITHOUT ROWID;"
    "CREATE INDEX IF NOT EXISTS membership_identity ON membership (identity);"
    "CREATE TABLE IF NOT EXISTS association ("
    " registration INTEGER NOT NULL REFERENCES resource,"
    " resource INTEGER NOT NULL REFERENCES resource,"
    " PRIMARY KEY (registration, resource)) WITHOUT ROWID;"
    "CREATE INDEX IF NOT EXISTS association_resource ON association (resource);"
    "CREATE TABLE IF NOT EXISTS behavior ("
    " registration_type TEXT NOT NULL, resource_kind TEXT NOT NULL, country TEXT,"
    " behavior TEXT NOT NULL);"
    "CREATE TABLE IF NOT EXISTS token ("
    " operation TEXT NOT NULL, token TEXT NOT NULL, request TEXT NOT NULL, result TEXT NOT NULL,"
    " PRIMARY KEY (operation, token)) WITHOUT ROWID;";

/* The columns of a resource, in the order of account_resource.c. */
#define RESOURCE                                                                                   \
    "SELECT key, type, id, arn, country, status, kind, message_types, phone_number, capabilities," \
    " two_way, self_managed, opt_out_list, keywords FROM resource "

static const char *const QUERIES[ACCOUNT_QUERY_COUNT] = {
    [ACCOUNT_BEGIN] = "BEGIN IMMEDIATE",
    [ACCOUNT_COMMIT] = "COMMIT",
    [ACCOUNT_ROLLBACK] = "ROLLBACK",
    [ACCOUNT_SAVE] = "SAVEPOINT turn",
    [ACCOUNT_UNDO] = "ROLLBACK TO turn",
    [ACCOUNT_RELEASE] = "RELEASE turn",
    [ACCOUNT_IS_SEEDED] = "SELECT 1 FROM setting LIMIT 1",
    [ACCOUNT_SETTING] = "SELECT value FROM setting WHERE name = ?1",
    [ACCOUNT_SET] = "INSERT OR IGNORE INTO setting (name, value) VALUES (?1, ?2)",
    [ACCOUNT_QUOTA] = "SELECT most FROM quota WHERE name = ?1",
    [ACCOUNT_SET_QUOTA] = "INSERT OR REPLACE INTO quota (name, most) VALUES (?1, ?2)",
    [ACCOUNT_HOLDS_ID] = "SELECT 1 FROM resource WHERE id = ?2 AND type = ?1 AND is_own LIMIT 1",
    [ACCOUNT_BY_ARN] = RESOURCE "WHERE arn = ?1",
    /* Type, ID, and the country that a name needs; NULL for what needs none, or for any. */
    [ACCOUNT_BY_ID] = RESOURCE "WHERE id = ?2 AND type = ?1 AND is_own"
                               " AND (?3 IS NULL OR country = ?3) LIMIT 2",
    [ACCOUNT_BY_KEY] = RESOURCE "WHERE key = ?1",
    [ACCOUNT_ADD_RESOURCE] =
        "INSERT INTO resource (type, id, arn, country, status, kind, message_types, phone_number,"
        " capabilities, two_way, self_managed, opt_out_list, is_own)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    [ACCOUNT_SET_KEYWORDS] = "UPDATE resource SET keywords = keywords || ?2 WHERE key = ?1",
    [ACCOUNT_POOL_OF] = "SELECT pool FROM membership WHERE identity = ?1 LIMIT 1",
    [ACCOUNT_IS_MEMBER] = "SELECT 1 FROM membership WHERE pool = ?1 AND identity = ?2",
    /* Of a pool: its members of a type, or all of them when that is NULL; more than ?3 are not
     * counted, so that a large pool is as fast as a small one. */
    [ACCOUNT_COUNT_MEMBERS] =
        "SELECT count(*) FROM (SELECT 1 FROM membership JOIN resource ON key = identity"
        " WHERE pool = ?1 AND (?2 IS NULL OR type = ?2) LIMIT ?3)",
    [ACCOUNT_NUMBER_OF_POOL] = "SELECT capabilities FROM membership JOIN resource ON key = identity"
                               " WHERE pool = ?1 AND type = 'phone-number' LIMIT 1",
    [ACCOUNT_ADD_MEMBER] = "INSERT INTO membership (pool, identity) VALUES (?1, ?2)",
    [ACCOUNT_REMOVE_MEMBER] = "DELETE FROM membership WHERE pool = ?1 AND identity = ?2",
    [ACCOUNT_BEHAVIOR] = "SELECT behavior FROM behavior WHERE registration_type = ?1 AND"
                         " resource_kind = ?2 AND (country IS NULL OR country = ?3)"
                         " ORDER BY country IS NULL LIMIT 1",
    [ACCOUNT_ADD_BEHAVIOR] = "INSERT INTO behavior (registration_type, resource_kind, country,"
                             " behavior) VALUES (?1, ?2, ?3, ?4)",
    [ACCOUNT_REGISTRATION_OF] = "SELECT registration FROM association WHERE resource = ?1 LIMIT 1",
    [ACCOUNT_IS_ASSOCIATED] = "SELECT 1 FROM association WHERE registration = ?1 AND resource = ?2",
    [ACCOUNT_IS_ASSOCIATED_TO_TYPE] =
        "SELECT 1 FROM association JOIN resource AS r ON r.key = registration"
        " WHERE association.resource = ?1 AND r.kind = ?2 LIMIT 1",
    [ACCOUNT_COUNT_ASSOCIATED] =
        "SELECT count(*) FROM (SELECT 1 FROM association"
        " JOIN resource AS r ON r.key = association.resource"
        " WHERE registration = ?1 AND (?2 IS NULL OR r.type = ?2) LIMIT ?3)",
    [ACCOUNT_ADD_ASSOCIATION] = "INSERT INTO association (registration, resource) VALUES (?1, ?2)",
    [ACCOUNT_TOKEN] = "SELECT request, result FROM token WHERE operation = ?1 AND token = ?2",
    [ACCOUNT_ADD_TOKEN] = "INSERT INTO token (operation, token, request, result)"
                          " VALUES (?1, ?2, ?3, ?4)",
};

const char *anvil_account_query_text(enum anvil_account_query query) {
    return QUERIES[query];
}
