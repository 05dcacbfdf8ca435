# SPDX-License-Identifier: Apache-2.0
#
# The test programs. Every tests/unit/**/test_*.c is one program; a variant is the same programs
# made with another compiler or other flags, below its own $(OUT). tests/run runs them all.

TEST_SRC := $(sort $(wildcard tests/unit/*/test_*.c tests/unit/*/*/test_*.c))
TEST_OBJ := $(TEST_SRC:%.c=$(OUT)/obj/%.o)
TEST_BIN := $(patsubst tests/%.c,$(OUT)/tests/%,$(filter-out $(NOT_TESTED),$(TEST_SRC)))
# Other sources beside the tests are helpers that any test may use.
TEST_HELPER_SRC := $(filter-out $(TEST_SRC) $(NOT_HELPING),$(wildcard tests/harness/*.c tests/unit/*/*.c))
TEST_HELPER_OBJ := $(TEST_HELPER_SRC:%.c=$(OUT)/obj/%.o)

TEST_FLAGS := $(POSIX_FLAGS) -iquote core -iquote spec/compiler -iquote tests/harness -iquote tests/unit

# Tests of the command and of the model compiler get everything of theirs but main(); a source of
# theirs that does not compile stops nobody else.
without_main = $(filter-out $(patsubst %.c,$(OUT)/obj/%.o,\
                 $(shell grep -l '^int main\b' $(1) /dev/null)),$(1:%.c=$(OUT)/obj/%.o))

# The tests of the model compiler and those that compare with an oracle need its libraries.
NEEDS_SPEC_LIBS := $(sort $(filter tests/unit/spec/%,$(TEST_SRC)) \
                     $(foreach t,$(TEST_SRC),$(if $(findstring oracle,$(notdir $t)),$t)))

$(OUT)/tests/libtestkit.a: $(TEST_HELPER_OBJ) $(TRANSPORT_OBJ)
	$(say) AR $@
	$(Q)mkdir -p $(@D) && rm -f $@ && $(AR) rcs $@ $^

$(filter $(OUT)/tests/unit/spec/%,$(TEST_BIN)): $(call without_main,$(SPEC_SRC))
$(filter $(OUT)/tests/unit/cli/%,$(TEST_BIN)): $(call without_main,$(CLI_SRC)) $(OUT)/libanvil-spec.a
$(NEEDS_SPEC_LIBS:tests/%.c=$(OUT)/tests/%): LIBS = $(SPEC_LIBS)
$(NEEDS_SPEC_LIBS:%.c=$(OUT)/obj/%.o): MORE_FLAGS = $(SPEC_CFLAGS)
# Only tests that use a transport over a library link it.
$(filter $(addprefix $(OUT)/tests/unit/,transport/% emulator/%),$(TEST_BIN)): LIBS = -Wl,--as-needed $(TRANSPORT_LIBS)
$(filter $(OUT)/tests/unit/cli/%,$(TEST_BIN)): \
    LIBS = $(OUT)/libanvil-spec.a $(OUT)/libanvil.a -Wl,--as-needed $(TRANSPORT_LIBS)
$(OUT)/tests/unit/transport/test_curl_tls: LIBS += $(shell $(PKG_CONFIG) --libs libssl)

$(OUT)/tests/unit/%: $(OUT)/obj/tests/unit/%.o $(OUT)/tests/libtestkit.a $(OUT)/libanvil.a
	$(say) LD $@
	$(Q)mkdir -p $(@D) && $(CC) $(CFLAGS) $(EXTRA_CFLAGS) $(LDFLAGS) -o $@ $(filter %.o,$^) \
	    $(OUT)/tests/libtestkit.a $(OUT)/libanvil.a $(LIBS) -lcmocka

$(OUT)/obj/tests/%.o: tests/%.c $(STAMP)
	$(say) CC $<
	$(Q)mkdir -p $(@D) && $(COMPILE) $(TEST_FLAGS) $(MORE_FLAGS) -c -o $@ $<

-include $(TEST_OBJ:.o=.d) $(TEST_HELPER_OBJ:.o=.d)

# ---- the variants ------------------------------------------------------------------------------

VARIANTS := gcc clang san scalar
FLAGS_gcc    := CC=gcc CFLAGS='-O2 -g'
FLAGS_clang  := CC=clang CFLAGS='-O2'
FLAGS_san    := CC=clang CFLAGS='-O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined \
                -fno-sanitize-recover=all'
FLAGS_scalar := CC=gcc CFLAGS='-O1' EXTRA_CFLAGS=-DANVIL_KERNEL_SCALAR_ONLY

# What a variant makes besides the tests: the first what is shipped and what the checks look at, the
# second both libraries again, the third the command for the golden files, and two of them what
# replays the corpus.
GOALS_gcc    := all build/test/gcc/anvil-spec fuzz-targets seeds-fresh
GOALS_clang  := lib
GOALS_san    := cli fuzz-targets

# Rooms whose tests a variant leaves out, which tests/run reads too: what is outside of the library has
# clang's word from the sanitizers already, and knows of no kernel, as does what only calls on codecs.
NOT_IN_clang  := spec cli harness emulator transport fuzz_coverage fuzz_mutator fuzz_oracle
NOT_IN_scalar := $(NOT_IN_clang) text protocol
TESTS_clang   := NOT_TESTED="$(NOT_IN_clang:%=tests/unit/%/%)"
TESTS_scalar  := NOT_TESTED="$(NOT_IN_scalar:%=tests/unit/%/%)"
export NOT_IN_clang NOT_IN_scalar

CORES := $(shell nproc 2>/dev/null || echo 1)
# Inside a parallel make the cores are shared out already.
in_parallel = $(if $(findstring jobserver,$(MAKEFLAGS)),,-j$(CORES))

# One more that has no tests: the corpus through it tells what it reaches (mk/corpus.mk).
ALL_VARIANTS    := $(VARIANTS) coverage
FLAGS_coverage   = $(COVERAGE_FLAGS) WERROR=
GOALS_coverage  := fuzz-targets
TESTS_coverage  := NOT_TESTED=%

.PHONY: test lint test-build tests-build unit $(ALL_VARIANTS:%=variant-%)
tests-build: $(TEST_BIN)

# A failing build is a failed test, not the end of the run.
$(ALL_VARIANTS:%=variant-%): variant-%:
	@mkdir -p build/test/$*
	@if $(MAKE) -k --no-print-directory OUT=build/test/$* WERROR=1 $(FLAGS_$*) \
	    tests-build $(GOALS_$*) $(TESTS_$*) > build/test/$*/build.log 2>&1; \
	 then echo 0; else echo 1; fi > build/test/$*/build.status

test-build: $(ALL_VARIANTS:%=variant-%)

# Any goal in the folder and with the flags of the first variant, for checks that need what it made.
with-gcc-%:
	@$(MAKE) --no-print-directory OUT=build/test/gcc WERROR=1 $(FLAGS_gcc) $*

test: ## set up what is missing, then build and run everything; ends with "N passed, N failed"
	@sh tests/setup.sh
	@echo 'building the test programs: $(ALL_VARIANTS)'
	@$(MAKE) $(in_parallel) --no-print-directory test-build
	@sh tests/run $(VARIANTS)

lint: ## only the checks of tests/lint
	@sh tests/setup.sh
	@$(MAKE) $(in_parallel) --no-print-directory variant-gcc variant-clang
	@sh tests/run --lint

# T=scan/test_string narrows it down.
unit: $(foreach t,$(TEST_BIN),$(if $(findstring $(T),$t),$t)) ## build and run the unit tests once, with the given CC and CFLAGS; T=part-of-a-name
	@[ -n "$^" ] || { echo "no unit test has '$(T)' in its name" >&2; exit 1; }
	@for t in $^; do echo "# $$t"; $$t || exit 1; done
