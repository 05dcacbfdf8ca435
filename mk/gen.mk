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

$(OUT)/model-compiler: $(SPEC_OBJ)
	$(say) LD $@
	$(Q)$(CC) $(CFLAGS) $(EXTRA_CFLAGS) $(LDFLAGS) -o $@ $^ $(SPEC_LIBS)

$(OUT)/obj/spec/%.o: spec/%.c $(STAMP)
	$(say) CC $<
	$(Q)mkdir -p $(@D) && $(COMPILE) $(SPEC_FLAGS) -c -o $@ $<

-include $(SPEC_OBJ:.o=.d)
