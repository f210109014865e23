# Sourced by the other scripts: how they speak. Chinese first, then English, on the error stream.

say() { printf '%s\n' "▸ $1 · $2" >&2; }

# What is wrong, and what to do next; ends the script.
refuse() {
  printf '\n✗ %s\n  %s\n' "$1" "$2" >&2
  exit 1
}
