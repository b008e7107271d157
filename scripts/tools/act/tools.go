//go:build tools

// The version of act that scripts/install-act.sh builds. An import, because Dependabot leaves alone what go.mod calls
// indirect, and that is what a `tool` line would be.
package tools

import _ "github.com/nektos/act"
