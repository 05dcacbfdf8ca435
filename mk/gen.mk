# SPDX-License-Identifier: Apache-2.0
#
# The model compiler (spec/compiler) and what it writes. It needs jansson and PCRE2; the library and
# the command do not, because the generated files are committed.

SPEC_SRC := $(sort $(wildcard spec/compiler/*.c))
SPEC_OBJ := $(SPEC_SRC:%.c=$(OUT)/obj/%.o)
# Asked only by the recipes that need them, so that `make` works where neither is installed.
SPEC_CFLAGS = $(shell $(PKG_CONFIG) --cflags jansson libpcre2-8)
SPEC_LIBS   = $(shell $(PKG_CONFIG) --libs jansson libpcre2-8)
SPEC_FLAGS  = -D_POSIX_C_SOURCE=200809L -Icore/include -iquote spec/compiler $(SPEC_CFLAGS)

$(OUT)/anvil-spec: $(SPEC_OBJ)
	$(say) LD $@
	$(Q)$(CC) $(CFLAGS) $(EXTRA_CFLAGS) $(LDFLAGS) -o $@ $^ $(SPEC_LIBS)

$(OUT)/obj/spec/%.o: spec/%.c $(STAMP)
	$(say) CC $<
	$(Q)mkdir -p $(@D) && $(COMPILE) $(SPEC_FLAGS) -c -o $@ $<

-include $(SPEC_OBJ:.o=.d)

MODEL  := spec/model/pinpoint-sms-voice-v2.json
FRESH  := $(OUT)/generated
TABLES := core/gen core/include/smsv2 spec/snapshot.txt

# Everything is written below build/ first, so that a refused model leaves the old tables alone and
# a table that is no longer written does not stay behind.
.PHONY: gen gen-check generated
generated: $(OUT)/anvil-spec
	$(Q)rm -rf $(FRESH) && mkdir -p $(FRESH)/core/gen $(FRESH)/core/include/smsv2 $(FRESH)/spec
	$(Q)$(OUT)/anvil-spec $(MODEL) --prefix smsv2 --sha256 "$$(sha256sum $(MODEL) | cut -c1-64)" \
	    --gen $(FRESH)/core/gen --header $(FRESH)/core/include/smsv2/smsv2.h \
	    --snapshot $(FRESH)/spec/snapshot.txt

gen: generated ## write the tables of core/gen/ again from the model in spec/model/
	$(Q)rm -rf $(TABLES) && cp -R $(FRESH)/. .

gen-check: generated ## fail, with a diff, when the tables are not what the model says
	$(Q)stale=; for part in $(TABLES); do diff -ruN $$part $(FRESH)/$$part || stale=yes; done; \
	    if [ -n "$$stale" ]; then echo 'The generated files are stale: run make gen' >&2; exit 1; fi
