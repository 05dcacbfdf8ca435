# SPDX-License-Identifier: Apache-2.0
#
# Load, faults and a soak for anvil serve. No part of the tests: what they measure needs a machine for
# itself. The command is made after the set-up, which may have brought the libraries that it links.

.PHONY: load soak load-command
load-command:
	@sh bench/load/setup.sh
	@$(MAKE) --no-print-directory cli

load: load-command ## drive anvil serve with wrk and hostile clients; LOAD_SECONDS=10, CONNECTIONS=256
	@ANVIL=$(OUT)/anvil sh bench/load/run.sh $(or $(LOAD_SECONDS),10) $(or $(CONNECTIONS),256)

soak: load-command ## keep anvil serve busy for ten minutes and watch its memory; SOAK_SECONDS=600
	@ANVIL=$(OUT)/anvil sh bench/load/soak.sh $(or $(SOAK_SECONDS),600)
