# SPDX-License-Identifier: Apache-2.0
#
# The model compiler (spec/compiler) and what it writes. It uses the engine's scanners and numbers,
# and nothing from outside; the generated files are committed all the same, so that the library
# needs no compiler of its own.

SPEC_SRC := $(sort $(wildcard spec/compiler/*.c))
SPEC_OBJ := $(SPEC_SRC:%.c=$(OUT)/obj/%.o)
# The engine without core/gen, which the compiler writes: shapes refer to the rows of their kinds.
SPEC_CORE_OBJ := $(patsubst %.c,$(OUT)/obj/%.o,$(sort $(filter-out core/gen/%,$(wildcard core/*/*.c))))
# What the tests compare with, asked only by the recipes that need it.
SPEC_CFLAGS = $(shell $(PKG_CONFIG) --cflags libpcre2-8)
SPEC_LIBS   = $(shell $(PKG_CONFIG) --libs libpcre2-8)
SPEC_FLAGS  = -D_POSIX_C_SOURCE=200809L -Icore/include -iquote spec/compiler -iquote core

$(OUT)/anvil-spec: $(SPEC_OBJ) $(SPEC_CORE_OBJ)
	$(say) LD $@
	$(Q)$(CC) $(CFLAGS) $(EXTRA_CFLAGS) $(LDFLAGS) -o $@ $^

$(OUT)/obj/spec/%.o: spec/%.c $(STAMP)
	$(say) CC $<
	$(Q)mkdir -p $(@D) && $(COMPILE) $(SPEC_FLAGS) -c -o $@ $<

-include $(SPEC_OBJ:.o=.d)

MODEL  := spec/model/pinpoint-sms-voice-v2.json
FRESH  := $(OUT)/generated
TABLES := core/gen core/include/smsv2 spec/snapshot.txt
# make gen OVERLAY='FILE...' compiles another state of the model; OPERATIONS=A,B,C a part of it.
OVERLAY    ?=
OPERATIONS ?=

# Everything is written below build/ first, so that a refused model leaves the old tables alone and
# a table that is no longer written does not stay behind.
.PHONY: gen gen-check generated
generated: $(OUT)/anvil-spec
	$(Q)rm -rf $(FRESH) && mkdir -p $(FRESH)/core/gen $(FRESH)/core/include/smsv2 $(FRESH)/spec
	$(Q)$(OUT)/anvil-spec $(MODEL) $(OVERLAY:%=--overlay %) \
	    $(if $(OPERATIONS),--operations '$(OPERATIONS)') --prefix smsv2 \
	    --sha256 "$$(cat $(MODEL) $(OVERLAY) | sha256sum | cut -c1-64)" \
	    --gen $(FRESH)/core/gen --include $(FRESH)/core/include/smsv2 \
	    --snapshot $(FRESH)/spec/snapshot.txt

gen: generated ## write the tables of core/gen/ again from the model in spec/model/; OVERLAY=FILE, OPERATIONS=A,B,C
	$(Q)rm -rf $(TABLES) && cp -R $(FRESH)/. .

gen-check: generated ## fail, with a diff, when the tables are not what the model says
	$(Q)stale=; for part in $(TABLES); do diff -ruN $$part $(FRESH)/$$part || stale=yes; done; \
	    if [ -n "$$stale" ]; then echo 'The generated files are stale: run make gen' >&2; exit 1; fi

# Other models as C, for the test that compares such tables with those made at run time: NAME of the
# tables, and what they are compiled from.
EXAMPLES := sink altered orchard bounds part
FROM_sink    := spec/model/examples/kitchen-sink.json
FROM_altered := $(FROM_sink) --overlay spec/model/examples/kitchen-sink.overlay.json
FROM_orchard := spec/model/examples/orchard.json
FROM_bounds  := spec/model/examples/big-bounds.json
FROM_part    := $(MODEL) --operations SendTextMessage,DescribePools,PutKeyword
EXAMPLE_OBJ  := $(EXAMPLES:%=$(OUT)/examples/%.o)

$(EXAMPLE_OBJ): $(OUT)/examples/%.o: $(OUT)/anvil-spec $(wildcard spec/model/examples/*.json) $(MODEL)
	$(say) GEN $@
	$(Q)rm -rf $(@:.o=) && mkdir -p $(@:.o=)/gen $(@:.o=)/include/$*
	$(Q)$(OUT)/anvil-spec $(FROM_$*) --prefix $* --sha256 $$(printf %064d 0) \
	    --gen $(@:.o=)/gen --include $(@:.o=)/include/$*
	$(Q)for source in $(@:.o=)/gen/*.c; do $(CC) $(CSTD) $(WARNINGS) -Werror $(CFLAGS) $(EXTRA_CFLAGS) \
	    -Icore/include -I$(@:.o=)/include -iquote $(@:.o=) -c -o $${source%.c}.o $$source || exit 1; done
	$(Q)$(LD) -r -o $@ $(@:.o=)/gen/*.o

$(OUT)/tests/unit/spec/test_spec_generated: $(EXAMPLE_OBJ)
