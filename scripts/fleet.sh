# shellcheck shell=bash
# Runs a main class of infra/fleet, which is built first where its sources have changed. To be
# sourced after lib.sh.

FLEET="$ROOT/infra/fleet/target"

# Folders count as well, since theirs is the time at which a file in them was deleted.
fleet_is_built() {
  [[ -f "$FLEET/built.stamp" ]] &&
    [[ -z "$(find "$ROOT/pom.xml" "$ROOT/infra/fleet/pom.xml" "$ROOT/infra/fleet/src/main" \
      -newer "$FLEET/built.stamp" -print | head -1)" ]]
}

build_fleet() {
  command -v mvn >/dev/null ||
    die "Maven is missing. Install it (on Debian and Ubuntu: apt-get install maven)."
  say "Building ..."
  # The stamp has the time before the build, so that an edit during it counts as a change.
  touch "$FLEET/built.stamp.new"
  (cd "$ROOT" && mvn -B -q -Dmaven.test.skip=true -Djacoco.skip=true -Dspotless.check.skip=true \
    -pl infra/fleet -am package >&2) ||
    die "The build has failed; what is wrong is said above."
  mv "$FLEET/built.stamp.new" "$FLEET/built.stamp"
}

# The main class, and its arguments.
run_fleet() {
  find_jdk
  # Two at once must not build at once.
  mkdir -p "$FLEET"
  exec 9>"$FLEET/build.lock"
  if command -v flock >/dev/null; then flock 9; fi
  fleet_is_built || build_fleet
  exec 9>&-
  exec "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError \
    -Dupdraft.home="$ROOT" -cp "$FLEET/classes:$FLEET/lib/*" "$@"
}
