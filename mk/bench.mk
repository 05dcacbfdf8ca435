# SPDX-License-Identifier: Apache-2.0
#
# Benchmarks; bench/NOTES.md says how to measure and what the numbers mean. Nothing else in the
# project depends on what is made here.

CXX ?= g++
PYTHON ?= python3 -B
BENCH_OUT := $(OUT)/bench
# The project whose library is measured: bench-compare sets it to another revision of this one.
BENCH_SUBJECT ?= .
BENCH_LIB  := $(OUT)/libanvil.a
YYJSON_DIR ?=

# Peers that pkg-config finds, and yyjson also in a folder that holds yyjson.c and yyjson.h, or src/
# with them. Nobody is asked unless somebody measures.
BENCH_PEERS := simdjson RapidJSON libcjson jansson json-c libpcre2-8 yyjson
ifneq ($(filter bench%,$(MAKECMDGOALS)),)
BENCH_FOUND := $(foreach p,$(BENCH_PEERS),$(shell $(PKG_CONFIG) --exists $(p) && echo $(p)))
BENCH_YYJSON := $(firstword $(wildcard $(YYJSON_DIR:%=%/yyjson.c) $(YYJSON_DIR:%=%/src/yyjson.c)))
BENCH_PEER_CFLAGS := $(if $(BENCH_FOUND),$(shell $(PKG_CONFIG) --cflags $(BENCH_FOUND)))
BENCH_PEER_LIBS   := $(if $(BENCH_FOUND),$(shell $(PKG_CONFIG) --libs $(BENCH_FOUND)))
endif

bench_has = $(if $(filter $(1),$(BENCH_FOUND)),$(2))
BENCH_PEER_SRC = $(call bench_has,simdjson,bench/peers/simdjson_dom.cpp bench/peers/simdjson_ondemand.cpp) \
    $(call bench_has,RapidJSON,bench/peers/rapidjson.cpp) $(call bench_has,libcjson,bench/peers/cjson.cpp) \
    $(call bench_has,jansson,bench/peers/jansson.cpp) $(call bench_has,json-c,bench/peers/json_c.cpp) \
    $(call bench_has,libpcre2-8,bench/peers/pcre2.cpp) \
    $(if $(or $(BENCH_YYJSON),$(filter yyjson,$(BENCH_FOUND))),bench/peers/yyjson.cpp)

BENCH_FLAGS := -D_POSIX_C_SOURCE=200809L -I$(BENCH_SUBJECT)/core/include -iquote bench/driver -iquote tests/harness
BENCH_CXX = $(CXX) -std=c++17 -Wall -Wextra $(if $(WERROR),-Werror) $(CFLAGS) $(EXTRA_CFLAGS) -DNDEBUG -MMD -MP \
    $(BENCH_FLAGS) $(BENCH_YYJSON:%/yyjson.c=-isystem %) $(BENCH_PEER_CFLAGS)

# What both drivers share: the rows, and Anvil doing them.
BENCH_COMMON_SRC := bench/driver/contest.c bench/driver/catalogue.c bench/driver/case_file.c \
    bench/driver/load.c bench/peers/anvil.c tests/harness/guard_page.c
BENCH_COMMON_OBJ := $(BENCH_COMMON_SRC:%.c=$(BENCH_OUT)/obj/%.o)
BENCH_TIME_OBJ = $(patsubst %,$(BENCH_OUT)/obj/%.o,$(basename bench/driver/time_main.cpp \
    bench/peers/memcpy.c $(BENCH_PEER_SRC))) $(if $(BENCH_YYJSON),$(BENCH_OUT)/obj/yyjson-library.o)

$(BENCH_OUT)/time: $(BENCH_TIME_OBJ) $(BENCH_COMMON_OBJ) $(BENCH_LIB)
	$(say) LD $@
	$(Q)$(CXX) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(BENCH_PEER_LIBS) -lbenchmark -lpthread

$(BENCH_OUT)/obj/%.o: %.c $(STAMP)
	$(say) CC $<
	$(Q)mkdir -p $(@D) && $(COMPILE) $(BENCH_FLAGS) -c -o $@ $<

$(BENCH_OUT)/obj/%.o: %.cpp $(STAMP)
	$(say) CXX $<
	$(Q)mkdir -p $(@D) && $(BENCH_CXX) -c -o $@ $<

$(BENCH_OUT)/obj/yyjson-library.o: $(BENCH_YYJSON) $(STAMP)
	$(say) CC $<
	$(Q)mkdir -p $(@D) && $(CC) -std=c11 $(CFLAGS) -c -o $@ $<

-include $(wildcard $(BENCH_OUT)/obj/*/*/*.d)

.PHONY: bench-driver
bench-driver: $(BENCH_OUT)/time

# ---- time --------------------------------------------------------------------------------------

# How long: rounds of one process a row, repetitions in it, the seconds that one of them takes at
# least. ROWS=decode/ measures only the rows with that in their name (a regular expression).
BENCH_ROUNDS      ?= 7
BENCH_REPETITIONS ?= 3
BENCH_SECONDS     ?= 0.005
ROWS              ?= .

.PHONY: bench bench-cases
bench: ## measure time against the peers found here (YYJSON_DIR=FOLDER adds yyjson); ROWS=REGEX narrows it down
	@sh tests/setup.sh bench
	@$(MAKE) --no-print-directory bench-driver
	@$(PYTHON) bench/report/bench.py $(BENCH_OUT)/time $(BENCH_OUT) --rounds $(BENCH_ROUNDS) \
	    --repetitions $(BENCH_REPETITIONS) --seconds $(BENCH_SECONDS) --rows '$(ROWS)'

bench-cases: cli ## write the messages in bench/cases/ again from the model
	@$(PYTHON) bench/cases/generate.py $(OUT)/anvil
