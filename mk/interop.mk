# SPDX-License-Identifier: Apache-2.0
#
# Clients that nobody here wrote, against anvil serve and beside anvil call. The command is made
# again after the set-up, which may have brought the libraries that it links.

.PHONY: test-interop
test-interop: ## set up what is missing, then let the AWS SDK for JavaScript and the AWS CLI judge; "N passed, N failed"
	@rm -f build/interop/summary
	@sh tests/interop/setup.sh
	@$(MAKE) $(in_parallel) --no-print-directory -s OUT=build/interop/anvil cli
	@ANVIL=build/interop/anvil/anvil sh tests/interop/run.sh
