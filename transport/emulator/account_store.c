/* SPDX-License-Identifier: Apache-2.0 */
/* Opening and asking the account. Knows SQLite, and no table. */
#include "account_store.h"

#include <stddef.h>

/* How long to wait for another process that writes to the same file. */
#define BUSY_MS 10000

/* What is acknowledged is on the disk, not only with the system, before it is. */
static const char DURABLE[] = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                              "PRAGMA foreign_keys = ON;";

static bool prepare_all(struct account_store *store) {
    for (int i = 0; i < ACCOUNT_QUERY_COUNT; i++) {
        const char *text = anvil_account_query_text((enum anvil_account_query)i);
        if (sqlite3_prepare_v3(store->db, text, -1, SQLITE_PREPARE_PERSISTENT, &store->prepared[i],
                               NULL) != SQLITE_OK)
            return false;
    }
    return true;
}

bool anvil_account_store_open(struct account_store *store, const char *path) {
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;

    if (sqlite3_open_v2(path != NULL ? path : ":memory:", &store->db, flags, NULL) != SQLITE_OK)
        return false;
    sqlite3_busy_timeout(store->db, BUSY_MS);
    return sqlite3_exec(store->db, DURABLE, NULL, NULL, NULL) == SQLITE_OK &&
           sqlite3_exec(store->db, anvil_account_schema, NULL, NULL, NULL) == SQLITE_OK &&
           prepare_all(store);
}

const char *anvil_account_store_problem(const struct account_store *store) {
    return store->db != NULL ? sqlite3_errmsg(store->db) : "out of memory";
}

void anvil_account_store_close(struct account_store *store) {
    for (int i = 0; i < ACCOUNT_QUERY_COUNT; i++)
        sqlite3_finalize(store->prepared[i]);
    sqlite3_close(store->db);
}

sqlite3_stmt *anvil_account_query(struct account_store *store, enum anvil_account_query query) {
    sqlite3_stmt *statement = store->prepared[query];

    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    return statement;
}

void anvil_account_bind_text(sqlite3_stmt *statement, int index, struct anvil_str text) {
    if (text.ptr == NULL)
        sqlite3_bind_null(statement, index);
    else
        sqlite3_bind_text64(statement, index, text.ptr, text.len, SQLITE_STATIC, SQLITE_UTF8);
}

void anvil_account_bind_number(sqlite3_stmt *statement, int index, int64_t number) {
    sqlite3_bind_int64(statement, index, number);
}

struct anvil_str anvil_account_column_text(sqlite3_stmt *statement, int index) {
    const unsigned char *text = sqlite3_column_text(statement, index);
    int bytes = sqlite3_column_bytes(statement, index);

    return anvil_str_of((const char *)text, text != NULL ? (size_t)bytes : 0);
}

bool anvil_account_run(sqlite3_stmt *statement) {
    bool is_done = sqlite3_step(statement) == SQLITE_DONE;

    /* A statement left where it is keeps its transaction open. */
    sqlite3_reset(statement);
    return is_done;
}

void anvil_account_store_rest(struct account_store *store) {
    for (int i = 0; i < ACCOUNT_QUERY_COUNT; i++)
        sqlite3_reset(store->prepared[i]);
}

int anvil_account_step(sqlite3_stmt *statement) {
    int code = sqlite3_step(statement);
    return code == SQLITE_ROW ? 1 : code == SQLITE_DONE ? 0 : -1;
}
