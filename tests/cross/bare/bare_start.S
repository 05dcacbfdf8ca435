/* SPDX-License-Identifier: Apache-2.0 */
/* From the entry point to bare_test() and its answer to the system, in Linux's own calls. */
    .globl _start
    .type _start, %function
#if defined(__x86_64__)
_start:
    call bare_test
    mov %eax, %edi
    mov $60, %eax
    syscall
#elif defined(__thumb__)
    .syntax unified
    .thumb_func
_start:
    bl bare_test
    movs r7, #1
    svc #0
#endif
    .size _start, . - _start
    .section .note.GNU-stack, "", %progbits
