# SPDX-License-Identifier: Apache-2.0
#
# Fuzz targets as programs, the corpus and its replay. A target is one file in fuzz/targets; it links
# with the engine, with what the targets share, and with something that feeds it: fuzz/replay, which
# needs no clang, unless FUZZ_ENGINE says otherwise. Variants are made like those of the tests: the
# same goals with other flags below another $(OUT).
#
#     make OUT=build/fuzz/detect CC=clang CFLAGS='-O2 -g -fsanitize=fuzzer-no-link,address' \
#         FUZZ_ENGINE=-fsanitize=fuzzer,address fuzz-targets

FUZZ_TARGETS := $(patsubst fuzz/targets/%.c,%,$(sort $(wildcard fuzz/targets/*.c)))
# What the targets share: their own rooms, and those helpers of the tests that follow descriptors and
# know nothing of a test harness.
FUZZ_HELPER_SRC := $(filter-out %/encoded_text.c %/examples.c %/report_assert.c, \
                       $(wildcard tests/unit/sample/*.c)) \
                   tests/unit/property/by_kernel.c tests/unit/property/pattern_text.c \
                   tests/unit/spec/pcre2_spelling.c tests/unit/spec/table_walk.c
FUZZ_SHARED_SRC := $(sort $(wildcard fuzz/oracle/*.c fuzz/input/*.c fuzz/coverage/*.c) $(FUZZ_HELPER_SRC))
FUZZ_SHARED_OBJ := $(FUZZ_SHARED_SRC:%.c=$(OUT)/obj/%.o)
FUZZ_BIN        := $(FUZZ_TARGETS:%=$(OUT)/fuzz/%)

# What feeds a target: objects or flags of the linker. FUZZ_MORE_OBJ is for a mutator of its own.
FUZZ_ENGINE   ?= $(OUT)/obj/fuzz/replay/feed_files.o
FUZZ_MORE_OBJ ?=
# OSS-Fuzz links with the C++ compiler, which its engines need.
FUZZ_LINKER   ?= $(CC) $(CFLAGS)
FUZZ_CFLAGS = $(shell $(PKG_CONFIG) --cflags libpcre2-8 jansson)
FUZZ_LIBS   = $(shell $(PKG_CONFIG) --libs libpcre2-8 jansson) -lm
FUZZ_FLAGS  = $(POSIX_FLAGS) -iquote core -iquote spec/compiler -iquote tests/unit \
              -iquote fuzz/oracle -iquote fuzz/input
FLAGS_fuzz  = $(FUZZ_FLAGS) $(FUZZ_CFLAGS)

.PHONY: fuzz-targets
fuzz-targets: $(FUZZ_BIN)

$(OUT)/fuzz/libfuzzshared.a: $(FUZZ_SHARED_OBJ)
	$(say) AR $@
	$(Q)mkdir -p $(@D) && rm -f $@ && $(AR) rcs $@ $^

$(FUZZ_BIN): $(OUT)/fuzz/%: $(OUT)/obj/fuzz/targets/%.o $(OUT)/fuzz/libfuzzshared.a \
    $(OUT)/libanvil-spec.a $(OUT)/libanvil.a $(filter %.o %.a,$(FUZZ_ENGINE) $(FUZZ_MORE_OBJ))
	$(say) LD $@
	$(Q)$(FUZZ_LINKER) $(EXTRA_CFLAGS) $(LDFLAGS) -o $@ $< $(FUZZ_ENGINE) $(FUZZ_MORE_OBJ) \
	    $(OUT)/fuzz/libfuzzshared.a $(OUT)/libanvil-spec.a $(OUT)/libanvil.a $(FUZZ_LIBS)

$(OUT)/obj/fuzz/%.o: fuzz/%.c $(STAMP)
	$(say) CC $<
	$(Q)mkdir -p $(@D) && $(COMPILE) $(FUZZ_FLAGS) $(FUZZ_CFLAGS) -c -o $@ $<

-include $(FUZZ_TARGETS:%=$(OUT)/obj/fuzz/targets/%.d) $(FUZZ_SHARED_OBJ:.o=.d)

# ---- seeds -------------------------------------------------------------------------------------

SEEDS_SRC := $(sort $(wildcard fuzz/seeds/*.c)) $(wildcard tests/unit/property/made_*.c)
SEEDS_OBJ := $(SEEDS_SRC:%.c=$(OUT)/obj/%.o)

$(OUT)/fuzz/write_seeds: $(SEEDS_OBJ) $(OUT)/fuzz/libfuzzshared.a $(OUT)/libanvil.a
	$(say) LD $@
	$(Q)mkdir -p $(@D) && $(CC) $(CFLAGS) $(EXTRA_CFLAGS) $(LDFLAGS) -o $@ $^ $(FUZZ_LIBS)

.PHONY: seeds
seeds: $(OUT)/fuzz/write_seeds ## write corpus/*/seed again, from the model
	$(Q)rm -rf corpus/*/seed && mkdir -p corpus && $(OUT)/fuzz/write_seeds corpus
	$(Q)$(MAKE) -s --no-print-directory corpus-manifest

# The seeds of the model as it is, below $(OUT): for the check that those of corpus/ are the same.
.PHONY: seeds-fresh
seeds-fresh: $(OUT)/fuzz/write_seeds
	$(Q)rm -rf $(OUT)/seeds && mkdir -p $(OUT)/seeds && $(OUT)/fuzz/write_seeds $(OUT)/seeds

-include $(SEEDS_OBJ:.o=.d)

# ---- corpus ------------------------------------------------------------------------------------

.PHONY: corpus-manifest corpus-replay
corpus-manifest: ## write corpus/MANIFEST again
	$(Q)sh fuzz/replay/manifest.sh > corpus/MANIFEST.new && mv corpus/MANIFEST.new corpus/MANIFEST

corpus-replay: fuzz-targets ## feed the whole corpus to all targets, without a fuzzer
	$(Q)sh fuzz/replay/replay_corpus.sh $(OUT)

# ---- coverage ----------------------------------------------------------------------------------

# The newest clang that tells MC/DC, or else the one that there is, which tells branches.
COVERAGE_SUFFIX := $(firstword $(foreach v,22 21 20 19,$(if $(shell command -v clang-$(v) && \
                       command -v llvm-cov-$(v)),-$(v))))
COVERAGE_FLAGS   = CC=clang$(COVERAGE_SUFFIX) CFLAGS='-O1 -fprofile-instr-generate -fcoverage-mapping \
                   $(if $(COVERAGE_SUFFIX),-fcoverage-mcdc)'
export LLVM_SUFFIX = $(COVERAGE_SUFFIX)

.PHONY: fuzz-coverage
fuzz-coverage: ## what the committed corpus alone reaches of the library: functions, branches, MC/DC
	@$(MAKE) $(in_parallel) -s --no-print-directory OUT=build/fuzz/coverage $(COVERAGE_FLAGS) fuzz-targets
	@sh fuzz/replay/coverage.sh build/fuzz/coverage --list

# ---- the tests of the oracles --------------------------------------------------------------------

FUZZ_ORACLE_TESTS := $(filter tests/unit/fuzz_oracle/%,$(TEST_SRC))
TEST_FLAGS += -iquote fuzz/oracle
$(FUZZ_ORACLE_TESTS:tests/%.c=$(OUT)/tests/%): LIBS = $(FUZZ_LIBS)
$(filter $(OUT)/tests/unit/fuzz_oracle/%,$(TEST_BIN)): \
    $(patsubst %.c,$(OUT)/obj/%.o,$(filter fuzz/%,$(FUZZ_SHARED_SRC)))
