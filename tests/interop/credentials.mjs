// SPDX-License-Identifier: Apache-2.0
//
// The key pair of AWS's own signing examples: it opens nothing.
export const credentials = {
  accessKeyId: "AKIDEXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
};
