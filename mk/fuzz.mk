# SPDX-License-Identifier: Apache-2.0
#
# Fuzzing: the variants that the targets of mk/corpus.mk are built in, and the doors to the tools of
# fuzz/campaign, fuzz/planted and fuzz/ossfuzz. fuzz/README.md says how to use them.

FUZZ_FLAGS += -iquote fuzz

# The mutator: linked into what libFuzzer runs, a shared library for AFL++.
MUTATOR_HELPER_SRC := $(wildcard tests/unit/property/made_*.c)
MUTATOR_SRC := $(filter-out %/afl_mutator.c %/print_dictionary.c,$(wildcard fuzz/mutator/*.c)) \
               $(MUTATOR_HELPER_SRC)
MUTATOR_OBJ := $(MUTATOR_SRC:%.c=$(OUT)/obj/%.o)
AFL_MUTATOR_SRC := $(filter-out %/libfuzzer_mutator.c,$(MUTATOR_SRC)) fuzz/mutator/afl_mutator.c \
                   fuzz/coverage/model_places.c fuzz/input/message_shapes.c \
                   tests/unit/property/pattern_text.c tests/unit/sample/all_shapes.c \
                   $(wildcard tests/unit/sample/sample_*.c tests/unit/sample/descriptor.c)
AFL_MUTATOR_OBJ := $(AFL_MUTATOR_SRC:%.c=$(OUT)/pic/%.o)

$(OUT)/pic/fuzz/%.o: fuzz/%.c $(STAMP)
	$(say) CC $< '(shared)'
	$(Q)mkdir -p $(@D) && $(COMPILE) $(FUZZ_FLAGS) $(FUZZ_CFLAGS) -fPIC -c -o $@ $<

$(OUT)/pic/tests/%.o: tests/%.c $(STAMP)
	$(say) CC $< '(shared)'
	$(Q)mkdir -p $(@D) && $(COMPILE) $(FUZZ_FLAGS) $(FUZZ_CFLAGS) -fPIC -c -o $@ $<

$(OUT)/fuzz/mutator.so: $(AFL_MUTATOR_OBJ) $(CORE_PIC)
	$(say) LD $@
	$(Q)mkdir -p $(@D) && $(CC) $(CFLAGS) $(EXTRA_CFLAGS) $(LDFLAGS) -shared -Wl,-Bsymbolic -o $@ $^

$(OUT)/fuzz/print_dictionary: $(OUT)/obj/fuzz/mutator/print_dictionary.o $(OUT)/fuzz/libfuzzshared.a \
    $(OUT)/libanvil.a
	$(say) LD $@
	$(Q)$(CC) $(CFLAGS) $(EXTRA_CFLAGS) $(LDFLAGS) -o $@ $^

-include $(MUTATOR_OBJ:.o=.d) $(AFL_MUTATOR_OBJ:.o=.d)

# ---- dictionaries ------------------------------------------------------------------------------

# Made from the model, never committed: words of the model and of JSON.
FUZZ_ROOT := build/fuzz
.PHONY: fuzz-dictionary
fuzz-dictionary: $(OUT)/fuzz/print_dictionary ## the words of the model for fuzzers, in build/fuzz/anvil.dict
	$(Q)mkdir -p $(FUZZ_ROOT) && $(OUT)/fuzz/print_dictionary > $(FUZZ_ROOT)/anvil.dict

# ---- the variants ------------------------------------------------------------------------------

# FUZZ_INSTRUMENT is what makes coverage: for what is tested, and not for the mutator and the oracles.
FUZZ_INSTRUMENT ?=
FUZZ_TESTED_OBJ := $(CORE_OBJ) $(COMPILER_OBJ) $(FUZZ_TARGETS:%=$(OUT)/obj/fuzz/targets/%.o)
$(FUZZ_TESTED_OBJ): private EXTRA_CFLAGS += $(FUZZ_INSTRUMENT)

comma := ,
FUZZ_CLANG ?= clang
FUZZ_COUNTERS := -fsanitize-coverage=inline-8bit-counters,pc-table
FUZZ_ADDRESS  := -g -fno-omit-frame-pointer -fsanitize=address,undefined
FUZZ_LIBFUZZER = CC='$(FUZZ_CLANG)' FUZZ_ENGINE=-fsanitize=fuzzer FUZZ_WITH_MUTATOR=1
# What each is for stands in fuzz/README.md.
FUZZ_explore = $(FUZZ_LIBFUZZER) CFLAGS='-O2 -gline-tables-only' FUZZ_INSTRUMENT='$(FUZZ_COUNTERS)'
FUZZ_compare = $(FUZZ_LIBFUZZER) CFLAGS='-O2 -gline-tables-only' FUZZ_INSTRUMENT=-fsanitize=fuzzer-no-link
FUZZ_detect  = $(FUZZ_LIBFUZZER) CFLAGS='-O2 $(FUZZ_ADDRESS) -fsanitize-trap=undefined' \
               FUZZ_INSTRUMENT='$(FUZZ_COUNTERS)'
FUZZ_msan    = $(FUZZ_LIBFUZZER) FUZZ_INSTRUMENT='$(FUZZ_COUNTERS)' \
               CFLAGS='-O2 -g -fno-omit-frame-pointer -fsanitize=memory -fsanitize-memory-track-origins -DFUZZ_WITHOUT_LIBRARIES'
FUZZ_diagnose = $(FUZZ_LIBFUZZER) CFLAGS='-O1 $(FUZZ_ADDRESS) -fno-sanitize-recover=all'
FUZZ_afl     = CC=afl-clang-fast FUZZ_ENGINE=-fsanitize=fuzzer CFLAGS='-O2 -DFUZZ_SIGNAL_BY_BRANCHES'
FUZZ_cmplog  = $(FUZZ_afl) AFL_LLVM_CMPLOG=1
FUZZ_EXTRA_cmplog = AFL_LLVM_CMPLOG=1

ifdef FUZZ_WITH_MUTATOR
FUZZ_MORE_OBJ := $(MUTATOR_OBJ)
$(FUZZ_BIN): $(MUTATOR_OBJ)
endif

# Those that the machine's tools allow.
FUZZ_VARIANTS = explore compare detect msan \
                $(if $(shell command -v afl-clang-fast 2>/dev/null),afl cmplog)

.PHONY: fuzz-variant-% fuzz-build fuzz-mutator
# All the variants of a target, or of all.
fuzz-variant-%:
	@mkdir -p $(FUZZ_ROOT)/$*
	@echo "building the fuzz targets: $*"
	@AFL_QUIET=1 $(FUZZ_EXTRA_$*) $(MAKE) $(in_parallel) -s --no-print-directory OUT=$(FUZZ_ROOT)/$* \
	    $(FUZZ_$*) $(or $(addprefix $(FUZZ_ROOT)/$*/fuzz/,$(subst $(comma), ,$(TARGET))),fuzz-targets)

fuzz-mutator:
	@$(MAKE) $(in_parallel) -s --no-print-directory OUT=$(FUZZ_ROOT)/plain CFLAGS=-O2 \
	    $(FUZZ_ROOT)/plain/fuzz/mutator.so fuzz-dictionary

fuzz-build: fuzz-setup
	@$(MAKE) --no-print-directory fuzz-mutator $(FUZZ_VARIANTS:%=fuzz-variant-%)

.PHONY: fuzz-setup
fuzz-setup:
	@sh tests/setup.sh fuzz

# ---- the tests of the mutator and of model coverage ----------------------------------------------

TEST_FLAGS += -iquote fuzz -iquote fuzz/input
FUZZ_TESTED_SRC := $(filter-out $(MUTATOR_HELPER_SRC) %/print_dictionary.c,$(MUTATOR_SRC)) \
                   fuzz/mutator/afl_mutator.c fuzz/input/message_shapes.c $(wildcard fuzz/coverage/*.c)
$(filter $(OUT)/tests/unit/fuzz_mutator/% $(OUT)/tests/unit/fuzz_coverage/%,$(TEST_BIN)): \
    $(FUZZ_TESTED_SRC:%.c=$(OUT)/obj/%.o)

# ---- doors ---------------------------------------------------------------------------------------

FUZZ_PYTHON = python3 -B
SECONDS ?= 5
JOBS    ?= $(CORES)
TARGET  ?=

.PHONY: fuzz fuzz-smoke
fuzz: fuzz-build ## fuzz: build every variant, run each target for SECONDS=5 in each, end with a table; TARGET=
	@$(FUZZ_PYTHON) fuzz/campaign/short_round.py --seconds '$(SECONDS)' --jobs '$(JOBS)' --targets '$(TARGET)'

SMOKE_SECONDS ?= 120
fuzz-smoke: fuzz-setup ## all fuzz targets for two minutes together, under AddressSanitizer
	@$(MAKE) --no-print-directory fuzz-mutator fuzz-variant-detect
	@$(FUZZ_PYTHON) fuzz/campaign/short_round.py --total '$(SMOKE_SECONDS)' --jobs '$(JOBS)' --variants detect

HOURS ?= 1
.PHONY: fuzz-run fuzz-campaign fuzz-report
fuzz-run: fuzz-build ## fuzz one target: TARGET=name HOURS=1 JOBS=cores
	@[ -n '$(TARGET)' ] || { echo 'which one? TARGET=' $(FUZZ_TARGETS) >&2; exit 1; }
	@$(FUZZ_PYTHON) fuzz/campaign/campaign.py --hours '$(HOURS)' --jobs '$(JOBS)' --targets '$(TARGET)'

fuzz-campaign: fuzz-build ## fuzz all targets with both engines: HOURS=1 JOBS=cores; goes on after a kill; ends with a report
	@$(FUZZ_PYTHON) fuzz/campaign/campaign.py --hours '$(HOURS)' --jobs '$(JOBS)' --targets '$(TARGET)'

fuzz-report:
	@$(FUZZ_PYTHON) fuzz/campaign/html_report.py

.PHONY: fuzz-merge fuzz-triage fuzz-bench
fuzz-merge: fuzz-build ## make the shared corpus small again; COMMIT=1 also writes corpus/*/min
	@$(FUZZ_PYTHON) fuzz/campaign/merge.py --targets '$(TARGET)' $(if $(COMMIT),--commit)

# Built only for the targets that have findings.
fuzz-triage: fuzz-setup cli ## rerun, bucket, minimise and show what was found; leaves files for corpus/*/regress
	@for target in $$($(FUZZ_PYTHON) fuzz/campaign/triage.py --list --targets '$(TARGET)'); do \
	    $(MAKE) --no-print-directory fuzz-variant-diagnose fuzz-variant-detect TARGET=$$target || exit 1; done
	@$(FUZZ_PYTHON) fuzz/campaign/triage.py --targets '$(TARGET)'

fuzz-bench: fuzz-setup ## executions per second of each fuzz target on one core, against its floor
	@$(MAKE) --no-print-directory fuzz-mutator fuzz-variant-explore fuzz-variant-detect
	@$(FUZZ_PYTHON) fuzz/campaign/bench.py --targets '$(TARGET)'

.PHONY: fuzz-planted fuzz-planted-check
PLANTED_SECONDS ?= 300
BUGS    ?=
ENGINES ?= libfuzzer afl
fuzz-planted: fuzz-setup ## plant known bugs and see how fast each engine finds them; BUGS=part-of-a-name ENGINES=
	@$(MAKE) --no-print-directory fuzz-mutator fuzz-variant-explore fuzz-variant-afl TARGET=
	@$(FUZZ_PYTHON) fuzz/planted/planted.py --seconds '$(PLANTED_SECONDS)' --jobs '$(JOBS)' \
	    --bugs '$(BUGS)' --engines '$(ENGINES)'

fuzz-planted-check:
	@$(FUZZ_PYTHON) fuzz/planted/planted.py --check

.PHONY: fuzz-oss
fuzz-oss: fuzz-setup ## build as OSS-Fuzz would and apply its checks; OSS='libfuzzer-address afl-address ...'
	@bash fuzz/ossfuzz/imitate.sh $(OSS)
