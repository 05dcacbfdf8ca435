# SPDX-License-Identifier: Apache-2.0
#
# Every door of the project; `make help` lists them. Building needs a C compiler and GNU make.
# Everything that is built goes below $(OUT), which is build/ unless a variant of the tests is made.

OUT     ?= build
PREFIX  ?= /usr/local
DESTDIR ?=

CFLAGS ?= -O2
AR     ?= ar
PKG_CONFIG ?= pkg-config
CLANG_FORMAT ?= clang-format

# The C version and the warnings hold for every compiler run; WERROR=1 turns warnings into errors.
WARNINGS := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wcast-qual -Wstrict-prototypes
CSTD     := -std=c11
ifdef WERROR
WARNINGS += -Werror
endif
COMPILE = $(CC) $(CSTD) $(WARNINGS) $(CFLAGS) $(EXTRA_CFLAGS) -MMD -MP

# Changed flags make old objects stale: every object depends on this file.
STAMP := $(OUT)/flags
$(STAMP): FORCE
	@mkdir -p $(@D); echo "$(COMPILE) $(LDFLAGS) $(CORE_FLAGS) $(POSIX_FLAGS)" | cmp -s - $@ || \
	    echo "$(COMPILE) $(LDFLAGS) $(CORE_FLAGS) $(POSIX_FLAGS)" > $@
.PHONY: FORCE

# Version and soname come from the header, the one place that states them.
version_part = $(shell sed -n 's/^.define ANVIL_VERSION_$(1) //p' core/include/anvil/version.h)
VERSION := $(call version_part,MAJOR).$(call version_part,MINOR).$(call version_part,PATCH)
SONAME  := libanvil.so.$(call version_part,MAJOR)

# V=1 shows the commands instead of what they make.
Q   := $(if $(V),,@)
# Neither shows anything under make -s.
say  = @$(if $(or $(V),$(findstring s,$(firstword -$(MAKEFLAGS)))),:,printf "  %-3s %s %s\n")

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.SUFFIXES:
.SECONDARY:

include mk/transport.mk
include mk/emulator.mk
include mk/lib.mk
include mk/gen.mk
include mk/tests.mk
include mk/interop.mk
include mk/load.mk
include mk/corpus.mk
include mk/fuzz.mk
include mk/install.mk
include mk/bench.mk
include mk/cross.mk

.PHONY: all help run clean
all: lib cli ## libanvil.a, libanvil.so and the anvil command, in build/

help: ## this list
	@sed -n 's/^\([a-z][a-z-]*\):.*## \(.*\)/  make \1	\2/p' Makefile mk/*.mk | expand -t 24

run: lib cli ## show the main job on the requests of spec/examples/
	@ANVIL='$(abspath $(OUT))/anvil' sh spec/examples/demo.sh

clean: ## remove build/
	rm -rf build

# What a room's sources are compiled with, for the tools in tests/lint that read C.
FLAGS_core = $(CORE_FLAGS)
FLAGS_cli = $(CLI_FLAGS)
FLAGS_transport = $(POSIX_FLAGS)
FLAGS_spec = $(SPEC_FLAGS)
FLAGS_tests = $(TEST_FLAGS) $(SPEC_CFLAGS)
.PHONY: print-flags-%
print-flags-%:
	@echo $(CSTD) $(FLAGS_$*)
