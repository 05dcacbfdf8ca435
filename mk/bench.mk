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

bench_has = $(if $(filter $(1),$(BENCH_FOUND) $(if $(BENCH_YYJSON),yyjson)),$(2))
BENCH_PEER_SRC = bench/peers/memcpy.c \
    $(call bench_has,simdjson,bench/peers/simdjson_dom.cpp bench/peers/simdjson_ondemand.cpp \
        $(call bench_has,libcjson,bench/peers/cjson.cpp)) \
    $(call bench_has,RapidJSON,bench/peers/rapidjson.cpp) $(call bench_has,jansson,bench/peers/jansson.cpp) \
    $(call bench_has,json-c,bench/peers/json_c.cpp) $(call bench_has,yyjson,bench/peers/yyjson.cpp) \
    $(call bench_has,libpcre2-8,bench/peers/pcre2.cpp \
        $(call bench_has,yyjson,bench/peers/yyjson_pcre2.cpp))

BENCH_FLAGS := -D_POSIX_C_SOURCE=200809L -I$(BENCH_SUBJECT)/core/include -iquote bench/driver -iquote tests/harness
BENCH_CXX = $(CXX) -std=c++17 -Wall -Wextra $(if $(WERROR),-Werror) $(CFLAGS) $(EXTRA_CFLAGS) -DNDEBUG -MMD -MP \
    $(BENCH_FLAGS) $(BENCH_YYJSON:%/yyjson.c=-isystem %) $(BENCH_PEER_CFLAGS)

# What both drivers share: the rows, and Anvil doing them.
BENCH_COMMON_SRC := bench/driver/contest.c bench/driver/catalogue.c bench/driver/case_file.c \
    bench/driver/row_messages.c bench/peers/anvil_itself.c tests/harness/guard_page.c
BENCH_COMMON_OBJ := $(BENCH_COMMON_SRC:%.c=$(BENCH_OUT)/obj/%.o)
BENCH_TIME_OBJ = $(patsubst %,$(BENCH_OUT)/obj/%.o,$(basename bench/driver/time_main.cpp $(BENCH_PEER_SRC))) \
    $(if $(BENCH_YYJSON),$(BENCH_OUT)/obj/yyjson-library.o)

# Peers that come or go make the driver stale.
BENCH_STAMP := $(BENCH_OUT)/peers
$(BENCH_STAMP): FORCE
	@mkdir -p $(@D); echo '$(BENCH_CXX) $(BENCH_PEER_SRC)' | cmp -s - $@ || \
	    echo '$(BENCH_CXX) $(BENCH_PEER_SRC)' > $@

$(BENCH_OUT)/time: $(BENCH_TIME_OBJ) $(BENCH_COMMON_OBJ) $(BENCH_LIB)
	$(say) LD $@
	$(Q)$(CXX) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(BENCH_PEER_LIBS) -lbenchmark -lpthread

$(BENCH_OUT)/obj/%.o: %.c $(STAMP)
	$(say) CC $<
	$(Q)mkdir -p $(@D) && $(COMPILE) $(BENCH_FLAGS) -c -o $@ $<

$(BENCH_OUT)/obj/%.o: %.cpp $(STAMP) $(BENCH_STAMP)
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
BENCH_REPETITIONS ?= 15
BENCH_SECONDS     ?= 0.001
ROWS              ?= .

.PHONY: bench bench-cases
bench: ## measure time against the peers found here (YYJSON_DIR=FOLDER adds yyjson); ROWS=REGEX narrows it down
	@sh tests/setup.sh bench
	@$(MAKE) $(in_parallel) --no-print-directory bench-driver bench-count
	@$(PYTHON) bench/report/bench.py $(BENCH_OUT)/time $(BENCH_OUT) --rounds $(BENCH_ROUNDS) \
	    --repetitions $(BENCH_REPETITIONS) --seconds $(BENCH_SECONDS) --rows '$(ROWS)'

bench-cases: cli ## write the messages in bench/cases/ again from the model
	@$(PYTHON) bench/cases/generate.py $(OUT)/anvil

# ---- two revisions -----------------------------------------------------------------------------

# Anvil alone against itself: the rows and the driver of this revision with the library of the other.
BENCH_BASE_TREE := build/compare/base-tree

.PHONY: bench-compare bench-solo
bench-compare: ## measure this tree against another revision: make bench-compare BASE=HEAD~1
	@[ -n '$(BASE)' ] || { echo 'BASE=revision is missing' >&2; exit 1; }
	@sh tests/setup.sh bench
	@git worktree prune && rm -rf $(BENCH_BASE_TREE) && git worktree prune && \
	    git worktree add --quiet --detach $(BENCH_BASE_TREE) '$(BASE)'
	@$(MAKE) $(in_parallel) --no-print-directory -C $(BENCH_BASE_TREE) OUT=build build/libanvil.a
	@$(MAKE) $(in_parallel) --no-print-directory OUT=build/compare/base BENCH_SUBJECT=$(BENCH_BASE_TREE) \
	    BENCH_LIB=$(BENCH_BASE_TREE)/build/libanvil.a bench-solo
	@git worktree remove --force $(BENCH_BASE_TREE)
	@$(MAKE) $(in_parallel) --no-print-directory OUT=build/compare/head bench-solo
	@$(PYTHON) bench/report/compare.py build/compare/base/bench/solo build/compare/head/bench/solo \
	    --rows '$(ROWS)'

bench-solo: $(BENCH_OUT)/solo
$(BENCH_OUT)/solo: $(BENCH_OUT)/obj/bench/driver/time_main.o $(BENCH_COMMON_OBJ) $(BENCH_LIB)
	$(say) LD $@
	$(Q)$(CXX) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lbenchmark -lpthread

# ---- counts ------------------------------------------------------------------------------------

# The builds that are counted, each below a folder of its own: the kernel that the library chooses by
# itself on a processor like valgrind's, and the portable one. A kernel that it would not choose needs
# a switch that leaves out the better ones, and a line here.
BENCH_BUILDS := best scalar
BENCH_SWITCH_best   :=
BENCH_SWITCH_scalar := -DANVIL_KERNEL_SCALAR_ONLY
BENCH_COUNT_CFLAGS  := -O2
BENCH_FOLDERS := $(BENCH_BUILDS:%=$(OUT)/count-%)

.PHONY: bench-check bench-accept bench-builds
bench-check: bench-builds ## count instructions, bytes, arena and stack and compare with bench/budget.json; ROWS=REGEX narrows it down
	@$(PYTHON) bench/report/check.py --rows '$(ROWS)' --json $(OUT)/counts.json \
	    --flags='$(BENCH_COUNT_CFLAGS)' $(BENCH_FOLDERS)

bench-accept: bench-builds ## take what is counted now as the budget, for a commit of its own
	@$(PYTHON) bench/report/check.py --accept --flags='$(BENCH_COUNT_CFLAGS)' $(BENCH_FOLDERS)

# -g changes no instruction; with it callgrind_annotate and perf name the lines.
bench-builds:
	@sh tests/setup.sh counts
	@$(foreach b,$(BENCH_BUILDS),$(MAKE) $(in_parallel) --no-print-directory OUT=$(OUT)/count-$(b) \
	    CFLAGS='$(BENCH_COUNT_CFLAGS) -g' EXTRA_CFLAGS='$(BENCH_SWITCH_$(b))' bench-count &&) :

.PHONY: bench-count
bench-count: $(BENCH_OUT)/count

# Static and at fixed addresses, so that neither the dynamic linker nor the place of anything in
# memory changes what is counted.
$(BENCH_OUT)/count: $(BENCH_OUT)/obj/bench/driver/count_main.o $(BENCH_COMMON_OBJ) $(BENCH_LIB)
	$(say) LD $@
	$(Q)$(CC) $(CFLAGS) $(EXTRA_CFLAGS) $(LDFLAGS) -static -no-pie -o $@ $^
