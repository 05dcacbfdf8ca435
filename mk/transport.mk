# SPDX-License-Identifier: Apache-2.0
#
# What plugs in where a network would be. Rooms that need a library from outside are compiled against
# it where it is found; elsewhere *_absent.c has the same interface, and opening says what is missing.

# found MODULE...: not empty when pkg-config knows all of them
found = $(shell $(PKG_CONFIG) --exists $(1) >/dev/null 2>&1 && echo yes)
# room NAME FOUND: the sources of transport/NAME, those for a machine with its libraries or those
# for one without
room = $(if $(2),$(filter-out %_absent.c,$(wildcard transport/$(1)/*.c)),$(wildcard transport/$(1)/*_absent.c))

# libcurl takes the hash of a body from its sender since 7.87; libcrypto makes that hash.
CURL_MODULES := 'libcurl >= 7.87' libcrypto
HAS_CURL     := $(call found,$(CURL_MODULES))

TRANSPORT_SRC := $(sort $(foreach r,replay entropy endpoint environment client,$(wildcard transport/$(r)/*.c)) \
                   $(call room,curl,$(HAS_CURL)))
TRANSPORT_LIBS := $(if $(HAS_CURL),$(shell $(PKG_CONFIG) --libs $(CURL_MODULES)))

# Without the library there is nothing that its tests could test.
NOT_TESTED  += $(if $(HAS_CURL),,$(wildcard tests/unit/transport/test_curl_*.c))
NOT_HELPING += $(if $(HAS_CURL),,$(addprefix tests/unit/transport/,sigv4_check.c tls_layer.c))
