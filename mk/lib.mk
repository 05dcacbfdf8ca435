# SPDX-License-Identifier: Apache-2.0
#
# The library, static and shared, and the anvil command. The shared objects are compiled on their
# own (-fPIC) so that the static library keeps the faster code.

CORE_SRC := $(sort $(wildcard core/*/*.c))
CLI_SRC  := $(sort $(wildcard cli/*.c))
# The model compiler without its own command: the linker takes what --model needs of it.
COMPILER_SRC := $(filter-out %/anvil_spec.c,$(sort $(wildcard spec/compiler/*.c)))

CORE_OBJ := $(CORE_SRC:%.c=$(OUT)/obj/%.o)
CORE_PIC := $(CORE_SRC:%.c=$(OUT)/pic/%.o)
CLI_OBJ  := $(CLI_SRC:%.c=$(OUT)/obj/%.o)
COMPILER_OBJ := $(COMPILER_SRC:%.c=$(OUT)/obj/%.o)
TRANSPORT_OBJ := $(TRANSPORT_SRC:%.c=$(OUT)/obj/%.o) $(SAMPLE_SEED_OBJ)

# Hidden unless ANVIL_API says otherwise; includes read "scan/cursor.h" and "anvil/codec.h". -iquote
# keeps our string.h and memory.h away from <string.h> and <memory.h>. clang would make bcmp of memcmp.
CORE_FLAGS  := -Icore/include -iquote core -fvisibility=hidden -fno-builtin-bcmp
# Outside core/ POSIX may be used, and the internal headers of core/ may not.
POSIX_FLAGS := -D_POSIX_C_SOURCE=200809L -Icore/include -iquote transport -iquote cli

# The command also sees the model compiler, as "compiler/layout.h".
CLI_FLAGS   := $(POSIX_FLAGS) -iquote spec

.PHONY: lib cli
lib: $(OUT)/libanvil.a $(OUT)/libanvil.so ## only the library
cli: $(OUT)/anvil ## only the anvil command

$(OUT)/libanvil.a: $(CORE_OBJ)
	$(say) AR $@
	$(Q)rm -f $@ && $(AR) rcs $@ $^

$(OUT)/libanvil.so: $(CORE_PIC)
	$(say) LD $@
	$(Q)$(CC) $(CFLAGS) $(EXTRA_CFLAGS) $(LDFLAGS) -shared -Wl,-soname,$(SONAME) -o $@ $^
	$(Q)ln -sf libanvil.so $(OUT)/$(SONAME)

$(OUT)/anvil: $(CLI_OBJ) $(TRANSPORT_OBJ) $(OUT)/libanvil-spec.a $(OUT)/libanvil.a
	$(say) LD $@
	$(Q)$(CC) $(CFLAGS) $(EXTRA_CFLAGS) $(LDFLAGS) -o $@ $^ $(TRANSPORT_LIBS)

$(OUT)/libanvil-spec.a: $(COMPILER_OBJ)
	$(say) AR $@
	$(Q)rm -f $@ && $(AR) rcs $@ $^

$(OUT)/obj/core/%.o: core/%.c $(STAMP)
	$(say) CC $<
	$(Q)mkdir -p $(@D) && $(COMPILE) $(CORE_FLAGS) -c -o $@ $<

$(OUT)/pic/core/%.o: core/%.c $(STAMP)
	$(say) CC $< '(shared)'
	$(Q)mkdir -p $(@D) && $(COMPILE) $(CORE_FLAGS) -fPIC -c -o $@ $<

$(OUT)/obj/cli/%.o: cli/%.c $(STAMP)
	$(say) CC $<
	$(Q)mkdir -p $(@D) && $(COMPILE) $(CLI_FLAGS) -c -o $@ $<

$(OUT)/obj/transport/%.o: transport/%.c $(STAMP)
	$(say) CC $<
	$(Q)mkdir -p $(@D) && $(COMPILE) $(POSIX_FLAGS) -c -o $@ $<

-include $(CORE_OBJ:.o=.d) $(CORE_PIC:.o=.d) $(CLI_OBJ:.o=.d) $(TRANSPORT_OBJ:.o=.d)
