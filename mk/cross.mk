# SPDX-License-Identifier: Apache-2.0
#
# Other processors, libraries and compilers: the goals behind tests/cross/, which knows the targets.

# The rooms whose tests can tell one machine from another. The others read files or need libraries
# that exist here only for this machine.
CROSS_ROOMS := base text scan kind check decode encode identity protocol property suite harness
# What runs on every change, one target of each sort: two minutes of two processors at work on nothing
# else. TARGETS= narrows or widens it.
CROSS_CI := freestanding cortex-m4 aarch64 s390x i386 windows
TARGETS  ?=

CROSS_SRC  := $(sort $(foreach room,$(CROSS_ROOMS),$(filter tests/unit/$(room)/%,$(TEST_SRC))))
# CROSS_LEFT_OUT names ROOM/PROGRAM; an oracle is a library of this machine.
CROSS_ABSENT = $(filter $(CROSS_LEFT_OUT:%=tests/unit/%.c) $(filter %oracle.c,$(CROSS_SRC)),$(CROSS_SRC))
CROSS_BIN    = $(patsubst tests/%.c,$(OUT)/tests/%,$(filter-out $(CROSS_ABSENT),$(CROSS_SRC)))

.PHONY: test-cross test-cross-ci test-cross-selftest cross-unit print-cross-unit print-cross-left-out
test-cross: ## the unit tests on other processors, libraries and compilers; TARGETS="aarch64 s390x" narrows it down
	@targets='$(TARGETS)'; [ -n "$$targets" ] || targets=$$(. tests/cross/targets.sh && echo $$ALL_TARGETS); \
	    sh tests/cross/setup.sh $$targets; sh tests/cross/run.sh $$targets

test-cross-ci: ## the part of test-cross that runs on every change
	@$(MAKE) --no-print-directory test-cross TARGETS='$(or $(TARGETS),$(CROSS_CI))'

test-cross-selftest: ## bugs of byte order and of 32 bits, planted on purpose, are found by test-cross
	@sh tests/cross/setup.sh s390x i386
	@sh tests/cross/selftest.sh

# For tests/cross/run.sh, which sets OUT and the compiler.
cross-unit: $(CROSS_BIN) $(OUT)/libanvil.a
print-cross-unit:
	@echo $(CROSS_BIN)
print-cross-left-out:
	@echo $(CROSS_ABSENT:tests/unit/%.c=%)
