# shellcheck shell=bash
# What ./adversa and ./test share before anything is built: language, places, the stamp, the program's environment.
# The caller has set `root`, the project's folder. Kept cheap: every start of ./adversa reads this file.

# shellcheck disable=SC2154
artifacts=$root/artifacts
app=$artifacts/bin/Adversa.Cli/release/adversa.dll
native=$artifacts/native
stamp=$artifacts/stamp
stamp_version=1
libtorch=${ADVERSA_LIBTORCH:-}
sysroot=${ADVERSA_SYSROOT:-}    # for tests: another place that plays the machine's root folder

language=${ADVERSA_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}
[[ $language == es* ]] && language=es || language=en

# text ENGLISH SPANISH: the sentence in the user's language, on stdout.
text() {
  if [[ $language == es ]]; then printf '%s\n' "$2"; else printf '%s\n' "$1"; fi
}

say() { text "$@" >&2; }

# fail EXIT CODE ENGLISH SPANISH: one line on stderr, and the end.
fail() {
  say "error ADV$2: $3" "error ADV$2: $4"
  exit "$1"
}

# Sets `dotnet`, the program; false if there is none.
find_dotnet() {
  local place
  if dotnet=$(type -P dotnet); then return 0; fi
  for place in "${DOTNET_ROOT:-}" "${HOME:-}/.dotnet" "$sysroot/usr/share/dotnet" "$sysroot/usr/lib/dotnet"; do
    dotnet=$place/dotnet
    [[ -n $place && -x $dotnet ]] && return 0
  done
  return 1
}

# Sets `tcmalloc`, the library's file, or empty.
find_tcmalloc() {
  for tcmalloc in "$sysroot"/{usr/lib/"$HOSTTYPE"-linux-gnu,usr/local/lib,usr/lib64,usr/lib}/libtcmalloc_minimal.so.4; do
    [[ -e $tcmalloc ]] && return 0
  done
  tcmalloc=
  return 1
}

has_header() {
  local folder folders=()
  IFS=: read -r -a folders <<<"${CPATH:-}:${CMAKE_PREFIX_PATH:+${CMAKE_PREFIX_PATH//:/\/include:}/include}"
  for folder in "${folders[@]}" "$sysroot"/usr{,/local}/include{,/"$HOSTTYPE"-linux-gnu}; do
    [[ -n $folder && -e $folder/$1 ]] && return 0
  done
  return 1
}

# Sets `required` and `optional`: the Debian packages that stand for what the machine lacks. No process is started.
find_missing() {
  required=() optional=()
  [[ -n $libtorch ]] || has_header ATen/ATen.h || required+=(libtorch-dev)
  type -P cmake >/dev/null || required+=(cmake)
  type -P g++ >/dev/null || type -P c++ >/dev/null || required+=(g++)
  type -P make >/dev/null || required+=(make)
  has_header turbojpeg.h || optional+=(libturbojpeg0-dev)
  find_tcmalloc || optional+=(libtcmalloc-minimal4)    # Debian 13 has it as libtcmalloc-minimal4t64, which provides this name
  # Debian's libtorch takes any BLAS; the reference one, which apt picks alone, trains ten times slower (measured).
  [[ -n $libtorch ]] || has_fast_blas || optional+=(libopenblas0-pthread)
}

has_fast_blas() {
  compgen -G "$sysroot/usr/lib/$HOSTTYPE-linux-gnu/openblas-*/libblas.so.3" >/dev/null
}

# newer_source FILE TEST...: the first source that is newer. Folders count too: a file that was removed or renamed touches its
# folder. The hidden files of editors do not.
newer_source() {
  local file=$1
  shift
  find "$root"/{src,native,setup,global.json,Directory.Build.props,Directory.Packages.props} \
    ! -name ".*" -newer "$file" "$@" -print -quit 2>/dev/null
}

# The stamp says what the last good build was made from. True while that still holds: two `find`, no other process.
is_fresh() {
  local version='' torch='' torch_file='' libraries='' lacking='' library newer
  [[ -f $stamp && -f $app ]] || return 1
  {
    IFS= read -r version
    IFS= read -r torch
    IFS= read -r torch_file
    IFS= read -r libraries
    IFS= read -r lacking
  } <"$stamp"
  [[ $version == "$stamp_version" && $torch == "$libtorch" ]] || return 1
  # A libtorch that was replaced has changed since, whatever date its package gives it.
  [[ -z $torch_file || (-e $torch_file && -z $(find -L "$torch_file" -cnewer "$stamp")) ]] || return 1
  for library in $libraries; do
    [[ -e $native/$library ]] || return 1
  done
  if [[ -n $lacking ]]; then
    find_missing    # something that was missing may have come since
    [[ $lacking == "${optional[*]}" ]] || return 1
  fi
  newer=$(newer_source "$stamp")
  [[ -z $newer ]]
}

# What libtorch and .NET read when they start. Arguments: those of the program.
set_environment() {
  local threads=${OMP_NUM_THREADS:-} asked=''
  while (($#)); do
    case $1 in
      --) break ;;
      --threads) asked=${2:-} ;;
      --threads=*) asked=${1#*=} ;;
    esac
    shift
  done
  # Anything that is no small number is left to the program, which says what is wrong with it.
  [[ $asked =~ ^[1-9][0-9]{0,3}$ ]] && threads=$asked
  [[ -n $threads ]] || threads=$(nproc 2>/dev/null) || threads=1
  export OMP_NUM_THREADS=$threads
  # Two OpenBLAS threads under two of libtorch's run at half the speed of one.
  export OPENBLAS_NUM_THREADS=1
  # OpenMP's threads wait for each other by spinning: with a busy neighbour that costs three quarters of the speed (measured).
  export GOMP_SPINCOUNT=${GOMP_SPINCOUNT:-1000}
  # The pipes for debuggers that .NET keeps in TMPDIR would stay there after a kill.
  export DOTNET_EnableDiagnostics=${DOTNET_EnableDiagnostics:-0}
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_gcServer=0
  if find_tcmalloc && [[ ${LD_PRELOAD:-} != *libtcmalloc* ]]; then
    export LD_PRELOAD=${LD_PRELOAD:+$LD_PRELOAD:}$tcmalloc
  fi
}
