# shellcheck shell=bash
# What scripts/deploy and scripts/destroy share. To be sourced.

# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

readonly CLOUD="$ROOT/infra/cloud"

wrong() {
  say "$(basename "$0"): $*"
  usage >&2
  exit 2
}

stage=dev dry_run="" data_too="" with_domains="" context=()

read_options() {
  while (($#)); do
    case "$1" in
      -h | --help) usage && exit 0 ;;
      --dry-run) dry_run=yes && shift ;;
      --data-too) [[ "$(basename "$0")" == destroy ]] || wrong "unknown option $1"
        data_too=yes && shift ;;
      --stage) (($# > 1)) || wrong "$1 needs a value"
        stage="$2" && shift 2 ;;
      --context) (($# > 1)) && [[ "$2" == ?*=* ]] || wrong "$1 needs KEY=VALUE"
        context+=(--context "$2")
        [[ "$2" != operatorsDomain=* ]] || with_domains=yes
        shift 2 ;;
      *) wrong "unknown option $1" ;;
    esac
  done
  [[ -f "$CLOUD/stages/$stage.properties" ]] || wrong "there is no stage $stage in infra/cloud/stages"
}

# JDK, Node, the app, and the command line of the CDK in the version of the lock file.
prepare_cdk() {
  find_jdk
  find_node
  "$ROOT/scripts/install-npm" "$CLOUD" >&2
  build_module infra/cloud
}

cdk() {
  (cd "$CLOUD" && JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=1 CDK_DISABLE_CLI_TELEMETRY=true \
    node_modules/.bin/cdk "$@" --context "stage=$stage" ${context[@]+"${context[@]}"})
}

# Without credentials: the account is only a number then, and nothing is asked of it.
synthesise() {
  rm -rf "${CLOUD:?}/target/cdk.out"
  local log="$CLOUD/target/synth.log"
  cdk synth --quiet --no-notices --context dryRun=true --context account=000000000000 >"$log" 2>&1 || {
    cat "$log" >&2
    die "It can't be synthesised; what is wrong is said above."
  }
}

show_stacks() {
  "$JAVA_HOME/bin/java" -cp "$CLOUD/target/classes:$CLOUD/target/lib/*" io.updraft.cloud.ShowStacks \
    "$@" "$CLOUD/target/cdk.out"
}

# The account of the credentials.
need_credentials() {
  command -v aws >/dev/null || die "The AWS command line is missing; see https://aws.amazon.com/cli/."
  aws sts get-caller-identity --query Account --output text 2>/dev/null ||
    die "There are no valid credentials for AWS. Log in (aws sso login, aws configure), or use --dry-run."
}

region() {
  local each
  for each in ${context[@]+"${context[@]}"}; do
    [[ "$each" != region=* ]] || { printf '%s' "${each#region=}" && return; }
  done
  sed -n 's/^region=//p' "$CLOUD/stages/$stage.properties"
}

# The zips that CodeUri names.
build_packages() {
  local modules
  modules="$(sed -nE 's|^ *CodeUri: *(functions/[a-z-]+)/target/.*|\1|p' "$ROOT/template.yaml" | sort -u | paste -sd, -)"
  say "Building the functions ..."
  maven -q -ntp -Dmaven.test.skip=true -Djacoco.skip=true -Dspotless.check.skip=true -pl "$modules" -am \
    package >&2 || die "The build has failed; what is wrong is said above."
}
