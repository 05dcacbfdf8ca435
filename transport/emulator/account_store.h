/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The account as SQLite keeps it: the tables, the questions that the emulator asks them, and
 * transactions. Knows no operation and no message.
 */
#ifndef EMULATOR_ACCOUNT_STORE_H
#define EMULATOR_ACCOUNT_STORE_H

#include "anvil/str.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

/* Every statement that is ever run on the tables. Its text, and what its parameters are, stand in
 * account_queries.c. */
enum anvil_account_query {
    ACCOUNT_BEGIN,
    ACCOUNT_COMMIT,
    ACCOUNT_ROLLBACK,
    ACCOUNT_SAVE,
    ACCOUNT_UNDO,
    ACCOUNT_RELEASE,
    ACCOUNT_IS_SEEDED,
    ACCOUNT_SETTING,
    ACCOUNT_SET,
    ACCOUNT_QUOTA,
    ACCOUNT_SET_QUOTA,
    ACCOUNT_HOLDS_ID,
    ACCOUNT_BY_ARN,
    ACCOUNT_BY_ID,
    ACCOUNT_BY_KEY,
    ACCOUNT_ADD_RESOURCE,
    ACCOUNT_SET_KEYWORDS,
    ACCOUNT_POOL_OF,
    ACCOUNT_IS_MEMBER,
    ACCOUNT_COUNT_MEMBERS,
    ACCOUNT_NUMBER_OF_POOL,
    ACCOUNT_ADD_MEMBER,
    ACCOUNT_REMOVE_MEMBER,
    ACCOUNT_BEHAVIOR,
    ACCOUNT_ADD_BEHAVIOR,
    ACCOUNT_REGISTRATION_OF,
    ACCOUNT_IS_ASSOCIATED,
    ACCOUNT_IS_ASSOCIATED_TO_TYPE,
    ACCOUNT_COUNT_ASSOCIATED,
    ACCOUNT_ADD_ASSOCIATION,
    ACCOUNT_TOKEN,
    ACCOUNT_ADD_TOKEN,
    ACCOUNT_QUERY_COUNT
};

/* An open account. Begin with zeros. */
struct account_store {
    sqlite3 *db;
    sqlite3_stmt *prepared[ACCOUNT_QUERY_COUNT];
};

/* The SQL of a query. */
const char *anvil_account_query_text(enum anvil_account_query query);

/* The SQL that makes the tables where they are not there yet. */
extern const char *const anvil_account_schema;

/* Opens or makes the account in a file; NULL is memory. False leaves the reason to
 * anvil_account_store_problem(); the store is closed in either case by anvil_account_store_close().
 */
bool anvil_account_store_open(struct account_store *store, const char *path);
const char *anvil_account_store_problem(const struct account_store *store);
void anvil_account_store_close(struct account_store *store);

/* A query, ready to be bound and stepped; what it gave before is dead from here on. Never NULL. */
sqlite3_stmt *anvil_account_query(struct account_store *store, enum anvil_account_query query);

/* Binds a parameter, from 1. The text must live until the query is asked for again; absent text is
 * NULL. */
void anvil_account_bind_text(sqlite3_stmt *statement, int index, struct anvil_str text);
void anvil_account_bind_number(sqlite3_stmt *statement, int index, int64_t number);

/* A column, from 0, of the row that was stepped to; absent for NULL. Lives until the query is asked
 * for again. */
struct anvil_str anvil_account_column_text(sqlite3_stmt *statement, int index);

/* Runs a query that gives no row, such as an insertion. False when it failed. */
bool anvil_account_run(sqlite3_stmt *statement);

/* Lets go of every row that was stepped to: a row that is held keeps the log from being emptied. */
void anvil_account_store_rest(struct account_store *store);

/* Steps once: 1 when there is a row, 0 when there is none, -1 when it failed. */
int anvil_account_step(sqlite3_stmt *statement);

#endif
