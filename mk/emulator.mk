# SPDX-License-Identifier: Apache-2.0
#
# The emulator, over SQLite, and the endpoint that serves it, over libmicrohttpd: built where the
# libraries are found, see mk/transport.mk.

HAS_SQLITE    := $(call found,'sqlite3 >= 3.20')
HAS_MICROHTTP := $(call found,'libmicrohttpd >= 0.9.60')

# Not where the room is missing, as in a tree that somebody made of a part of this one.
SAMPLE_SEED     := $(if $(HAS_SQLITE),$(wildcard transport/emulator/sample-seed.json))
SAMPLE_SEED_OBJ := $(if $(SAMPLE_SEED),$(OUT)/obj/transport/emulator/sample_seed.o)
TRANSPORT_SRC   += $(call room,emulator,$(HAS_SQLITE)) $(call room,httpd,$(HAS_MICROHTTP))
TRANSPORT_LIBS  += $(if $(HAS_MICROHTTP),$(shell $(PKG_CONFIG) --libs libmicrohttpd)) \
                   $(if $(HAS_SQLITE),$(shell $(PKG_CONFIG) --libs sqlite3))

# Without the library there is nothing that its tests could test.
NOT_TESTED  += $(if $(HAS_SQLITE),,$(wildcard tests/unit/emulator/test_*.c))
NOT_HELPING += $(if $(HAS_SQLITE),,$(wildcard tests/unit/emulator/*.c))

# The sample seed as bytes of the program, so that it is at hand wherever the command is.
$(OUT)/obj/transport/emulator/sample_seed.c: transport/emulator/sample-seed.json mk/emulator.mk
	$(say) GEN $@
	$(Q)mkdir -p $(@D) && { echo '#include "emulator/seed.h"' && \
	    echo 'const char anvil_emulator_sample_seed[] = {' && od -An -v -tu1 $< | sed 's/[0-9][0-9]*/&,/g' && \
	    echo '};' && echo 'const size_t anvil_emulator_sample_seed_bytes = sizeof anvil_emulator_sample_seed;'; } > $@

$(SAMPLE_SEED_OBJ): %.o: %.c
	$(say) CC $<
	$(Q)$(COMPILE) $(POSIX_FLAGS) -c -o $@ $<
