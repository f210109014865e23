# Sourced by check and test: run named steps, go on after a failure, tell at the end.

failed=()

step() {
  local name=$1 began=$SECONDS
  shift
  printf '\n── %s\n' "$name"
  if "$@" </dev/null; then
    printf '   ✓ %ss\n' "$((SECONDS - began))"
  else
    printf '   ✗ %s\n' "$name"
    failed+=("$name")
  fi
}

# The command with a data folder of its own, gone afterwards: tests never touch var/.
with_own_data() {
  local folder status=0
  folder=$(mktemp -d /tmp/yingsu-data.XXXXXX)
  (
    unset YINGSU_TODAY YINGSU_MODE
    export YINGSU_DATA="$folder"
    "$@"
  ) || status=$?
  rm -rf "$folder"
  return "$status"
}

finish() {
  if [ "${#failed[@]}" -eq 0 ]; then
    printf '\n✓ 全部通过 · all passed（%ss）\n' "$SECONDS"
    exit 0
  fi
  printf '\n✗ 未通过 · failed（%ss）：\n' "$SECONDS"
  printf '  - %s\n' "${failed[@]}"
  exit 1
}
