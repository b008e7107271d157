//go:build tools

// The version of actionlint that scripts/install-linters.sh builds. Apart from act, which imports another version of it.
package tools

import _ "github.com/rhysd/actionlint/cmd/actionlint"
