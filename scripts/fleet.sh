# shellcheck shell=bash
# Runs a main class of infra/fleet, which is built first where its sources have changed. To be
# sourced after lib.sh.

FLEET="$ROOT/infra/fleet/target"

fleet_stamp() {
  (cd "$ROOT" && find pom.xml infra/fleet/pom.xml infra/fleet/src/main -type f -printf '%p %s %T@\n' |
    LC_ALL=C sort | cksum)
}

build_fleet() {
  command -v mvn >/dev/null || die "Maven is missing. Install it (on Debian and Ubuntu: apt-get install maven)."
  say "Building ..."
  (cd "$ROOT" && mvn -B -q -DskipTests -Djacoco.skip=true -pl infra/fleet -am package >&2) ||
    die "The build has failed; what is wrong is said above."
}

build_fleet_if_changed() {
  local now
  now="$(fleet_stamp)"
  if [[ -f "$FLEET/sources.stamp" && "$(<"$FLEET/sources.stamp")" == "$now" ]]; then
    return 0
  fi
  rm -f "$FLEET/sources.stamp"
  build_fleet
  printf '%s\n' "$now" >"$FLEET/sources.stamp"
}

# The main class, and its arguments.
run_fleet() {
  find_jdk
  # Two at once must not build at once.
  mkdir -p "$FLEET"
  exec 9>"$FLEET/build.lock"
  if command -v flock >/dev/null; then flock 9; fi
  build_fleet_if_changed
  exec 9>&-
  exec "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError \
    -Dupdraft.home="$ROOT" -cp "$FLEET/classes:$FLEET/lib/*" "$@"
}
