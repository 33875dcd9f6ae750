# shellcheck shell=bash
# What the scripts share. To be sourced.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
JAVA_NEEDED=25
NODE_NEEDED=20

# Java takes the encoding of arguments and file names from the locale; without one it would be ASCII.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
  *[Uu][Tt][Ff]*8) ;;
  *) export LC_ALL=C.UTF-8 ;;
esac

say() { printf '%s\n' "$*" >&2; }

die() {
  say "$@"
  exit 1
}

# Major version of the JDK in a folder, or nothing where there is none with a compiler.
jdk_version() {
  [[ -x "$1/bin/java" && -x "$1/bin/javac" ]] || return 0
  # The file costs nothing to read; starting java does.
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null | head -1
}

is_new_enough() {
  local version
  version="$(jdk_version "$1")"
  [[ -n "$version" && "$version" -ge "$JAVA_NEEDED" ]]
}

# Sets JAVA_HOME to a JDK that is new enough.
find_jdk() {
  local candidate java
  java="$(command -v java || true)"
  [[ -n "$java" ]] && java="$(dirname "$(dirname "$(readlink -f "$java")")")"
  for candidate in "${JAVA_HOME:-}" "$java" /usr/lib/jvm/* /opt/java/* "${HOME:-}"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [[ -n "$candidate" ]] && is_new_enough "$candidate"; then
      JAVA_HOME="$candidate"
      export JAVA_HOME
      return 0
    fi
  done
  die "A JDK $JAVA_NEEDED or later is needed, and none was found." \
    "Install one (for example Temurin, https://adoptium.net), or set JAVA_HOME to its folder."
}

# Whether something that a build depends on is newer than a file, or the file is not there.
# Folders count as well, since theirs is the time at which a file in them was deleted.
sources_changed_since() {
  [[ -f "$1" ]] || return 0
  [[ -n "$(find "$ROOT" \
    \( -name target -o -name node_modules -o -path "$ROOT/.git" -o -path "$ROOT/data" \) -prune -o \
    \( -name pom.xml -o -name package-lock.json -o -path '*/src/main/*' \) -newer "$1" -print | head -1)" ]]
}

is_root_by_some_way() {
  [[ $EUID -eq 0 ]] || { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }
}

as_root() {
  if [[ $EUID -eq 0 ]]; then "$@"; else sudo -n "$@"; fi
}

# What tests and deployments run in Node.js wants a recent one; the servers that come by npm do not.
find_node() {
  local version
  version="$(node --version 2>/dev/null | sed -nE 's/^v([0-9]+)\..*/\1/p')"
  command -v npm >/dev/null && [[ "${version:-0}" -ge $NODE_NEEDED ]] ||
    die "Node.js $NODE_NEEDED or later is needed, with npm; found: ${version:-none}." \
      "Install it (on Debian 13 and later: apt-get install npm; elsewhere https://nodejs.org)."
}

# nats-server is the only part that comes neither from Maven nor from npm.
find_nats_server() {
  [[ -n "${NATS_SERVER:-}" ]] && return 0
  PATH="$PATH:/usr/sbin:/usr/local/bin" command -v nats-server >/dev/null && return 0
  if command -v apt-get >/dev/null && is_root_by_some_way; then
    say "Installing nats-server ..."
    as_root apt-get update -qq >&2 || true
    # Its own service would take the port, so it is not started.
    as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 \
      apt-get install -y -qq --no-install-recommends nats-server >&2 && return 0
  fi
  die "nats-server is missing. Install it (on Debian and Ubuntu: apt-get install nats-server)," \
    "or download it and set NATS_SERVER to its path."
}

# The real client of hawkBit that tests update, and what its images are built with. Without them its
# tests are skipped, and that is said.
find_swupdate() {
  PATH="$PATH:/usr/sbin" command -v swupdate >/dev/null && command -v cpio >/dev/null && return 0
  if command -v apt-get >/dev/null && is_root_by_some_way; then
    say "Installing swupdate and cpio ..."
    as_root apt-get update -qq >&2 || true
    # Its own services are not started.
    as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 \
      apt-get install -y -qq --no-install-recommends swupdate cpio >&2 && return 0
  fi
  say "NOT TESTED: updates with the real swupdate. Install it and cpio (on Debian: apt-get install swupdate cpio)."
}

# Maven in the project's root, without what newer JDKs say of Maven's own libraries.
maven() {
  command -v mvn >/dev/null ||
    die "Maven is missing. Install it (on Debian and Ubuntu: apt-get install maven)."
  (cd "$ROOT" && MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}" mvn -B "$@" </dev/null)
}

# Builds a module and what it needs, unless nothing has changed since the last time. The stamp has the
# time before the build, so that an edit during it counts as a change; two at once take turns. The
# zips for Lambda are left out, unless asked for by --with-zips.
build_module() {
  local target="$ROOT/$1/target" zips=(-Dzip.skip=true)
  [[ "${2:-}" != --with-zips ]] || zips=()
  mkdir -p "$target"
  exec 9>"$target/build.lock"
  if command -v flock >/dev/null; then flock 9; fi
  if sources_changed_since "$target/built.stamp"; then
    say "Building ... (some minutes the first time)"
    touch "$target/built.stamp.new"
    rm -rf "${target:?}/lib"
    maven -q -Dmaven.test.skip=true -Djacoco.skip=true -Dspotless.check.skip=true \
      ${zips[@]+"${zips[@]}"} -pl "$1" -am package >&2 ||
      die "The build has failed; what is wrong is said above."
    mv "$target/built.stamp.new" "$target/built.stamp"
  fi
  exec 9>&-
}

# Runs a main class of the simulator's module.
run_fleet() {
  find_jdk
  build_module infra/fleet
  exec "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError \
    -Dupdraft.home="$ROOT" -cp "$ROOT/infra/fleet/target/classes:$ROOT/infra/fleet/target/lib/*" "$@"
}
