# SPDX-License-Identifier: Apache-2.0
#
# Installing what a C program and a person at a terminal need. DESTDIR is put in front of every path
# and occurs in none of the installed files, as packagers expect.

BINDIR     ?= $(PREFIX)/bin
LIBDIR     ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
MANDIR     ?= $(PREFIX)/share/man
INSTALL    ?= install

INSTALLED_HEADERS = $(patsubst core/include/%,%,$(wildcard core/include/*/*.h))
# All that is installed, relative to nothing; `uninstall` removes exactly these.
INSTALLED = $(BINDIR)/anvil $(LIBDIR)/libanvil.a $(LIBDIR)/libanvil.so.$(VERSION) \
            $(LIBDIR)/$(SONAME) $(LIBDIR)/libanvil.so $(LIBDIR)/pkgconfig/anvil.pc \
            $(MANDIR)/man1/anvil.1 $(INSTALLED_HEADERS:%=$(INCLUDEDIR)/%)

$(OUT)/anvil.pc: core/include/anvil/version.h FORCE
	@mkdir -p $(@D)
	@printf '%s\n' 'prefix=$(PREFIX)' 'libdir=$(patsubst $(PREFIX)/%,$${prefix}/%,$(LIBDIR))' \
	    'includedir=$(patsubst $(PREFIX)/%,$${prefix}/%,$(INCLUDEDIR))' '' 'Name: anvil' \
	    'Description: Models, checks and JSON codec of an awsJson service, without heap or copies' \
	    'Version: $(VERSION)' 'Libs: -L$${libdir} -lanvil' 'Cflags: -I$${includedir}' > $@

.PHONY: install uninstall
install: lib cli $(OUT)/anvil.pc ## install below PREFIX (/usr/local), staged in DESTDIR
	$(INSTALL) -d '$(DESTDIR)$(BINDIR)' '$(DESTDIR)$(LIBDIR)/pkgconfig' '$(DESTDIR)$(MANDIR)/man1' \
	    $(patsubst %,'$(DESTDIR)$(INCLUDEDIR)/%',$(sort $(dir $(INSTALLED_HEADERS))))
	$(INSTALL) -m 755 $(OUT)/anvil '$(DESTDIR)$(BINDIR)/anvil'
	$(INSTALL) -m 644 $(OUT)/libanvil.a '$(DESTDIR)$(LIBDIR)/libanvil.a'
	$(INSTALL) -m 755 $(OUT)/libanvil.so '$(DESTDIR)$(LIBDIR)/libanvil.so.$(VERSION)'
	ln -sf libanvil.so.$(VERSION) '$(DESTDIR)$(LIBDIR)/$(SONAME)'
	ln -sf $(SONAME) '$(DESTDIR)$(LIBDIR)/libanvil.so'
	$(INSTALL) -m 644 $(OUT)/anvil.pc '$(DESTDIR)$(LIBDIR)/pkgconfig/anvil.pc'
	$(INSTALL) -m 644 cli/anvil.1 '$(DESTDIR)$(MANDIR)/man1/anvil.1'
	for header in $(INSTALLED_HEADERS); do \
	    $(INSTALL) -m 644 "core/include/$$header" '$(DESTDIR)$(INCLUDEDIR)'/"$$header" || exit 1; done

uninstall: ## remove what install put there
	rm -f $(patsubst %,'$(DESTDIR)%',$(INSTALLED))
	-rmdir $(patsubst %,'$(DESTDIR)$(INCLUDEDIR)/%',$(sort $(dir $(INSTALLED_HEADERS)))) 2>/dev/null
