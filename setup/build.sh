# shellcheck shell=bash
# Sets the machine up and builds. Sourced after common.sh, and only when something is to be done.
# shellcheck source=setup/common.sh
# shellcheck disable=SC2154  # variables of common.sh

build_log=$artifacts/build.log

# set_up_and_build PROJECT [always]: all of it, once, whoever else starts at the same time.
set_up_and_build() {
  local project=$1 always=${2:-}
  check_settings
  # One start after the other. The lock's descriptor is closed for every child: a build server must not keep it.
  { mkdir -p -- "$artifacts" && exec 9>"$artifacts/build.lock"; } 2>/dev/null || fail 5 5004 \
    "$artifacts must be writable to build Adversa; it is not. Give this user the right to write there, or copy the project." \
    "$artifacts debe admitir escritura para compilar Adversa; no la admite. Dé a este usuario permiso de escritura o copie el proyecto."
  check_sdk 9>&-
  if ! flock -n 9; then
    say "Another start is building Adversa; waiting for it." "Otro arranque está compilando Adversa; se espera a que termine."
    flock 9
  fi
  if [[ -n $always ]] || ! is_fresh; then
    install_missing 9>&-
    build "$project" 9>&-
  fi
  exec 9>&-
}

check_settings() {
  case ${ADVERSA_SETUP:-} in
    '' | auto | ask | never) ;;
    *) fail 2 2030 "ADVERSA_SETUP must be auto, ask or never; it is '$ADVERSA_SETUP'." \
      "ADVERSA_SETUP debe ser auto, ask o never; es '$ADVERSA_SETUP'." ;;
  esac
  [[ -n $libtorch ]] || return 0
  [[ $libtorch == /* ]] || fail 2 2031 "ADVERSA_LIBTORCH must be a full path; it is '$libtorch'." \
    "ADVERSA_LIBTORCH debe ser una ruta completa; es '$libtorch'."
  libtorch_lib=
  local folder
  for folder in "$libtorch"/lib{/"$HOSTTYPE"-linux-gnu,}; do
    [[ -e $folder/libtorch_cpu.so && -e $folder/libc10.so ]] && libtorch_lib=$folder
  done
  [[ -n $libtorch_lib ]] || fail 2 2031 "ADVERSA_LIBTORCH must name the folder of a libtorch, with lib and include; '$libtorch' has no lib/libtorch_cpu.so." \
    "ADVERSA_LIBTORCH debe nombrar la carpeta de un libtorch, con lib e include; '$libtorch' no tiene lib/libtorch_cpu.so."
  [[ -e $libtorch/include/ATen/ATen.h && -e $libtorch/include/torch/csrc/api/include/torch/version.h ]] || fail 2 2031 \
    "ADVERSA_LIBTORCH names a libtorch without headers: '$libtorch' has no include/ATen/ATen.h or none of torch's. Take the archive with headers, or the folder torch of PyTorch's pip package." \
    "ADVERSA_LIBTORCH nombra un libtorch sin cabeceras: '$libtorch' no tiene include/ATen/ATen.h o las de torch. Use el archivo con cabeceras, o la carpeta torch del paquete pip de PyTorch."
}

# probe_libtorch: sets `libtorch_abi`, 0 or 1 as TorchConfig.cmake says or, where it says nothing, as the library links; ends when the parts of the
# folder do not belong together. A program of two lines asks the library itself.
probe_libtorch() {
  local config said='' loaded='' headers='' abi
  libtorch_abi=
  for config in "$libtorch"/{share,lib,lib/"$HOSTTYPE"-linux-gnu}/cmake/Torch/TorchConfig.cmake; do
    [[ ! -e $config ]] || said=$(grep -oE '_GLIBCXX_USE_CXX11_ABI=[01]' -- "$config" | head -n 1)
    [[ -z $said ]] || break
  done
  said=${said#*=}
  for abi in 1 0; do
    libtorch_links "$abi" && libtorch_abi=$abi && break
  done
  [[ -n $libtorch_abi ]] || fail 5 5016 "the libtorch in '$libtorch' cannot be linked or does not start: $(grep -v collect2 -- "$artifacts/probe.log" | tail -n 1)" \
    "el libtorch de '$libtorch' no se puede enlazar o no arranca: $(grep -v collect2 -- "$artifacts/probe.log" | tail -n 1)"
  [[ -z $said || $said == "$libtorch_abi" ]] || fail 5 5016 \
    "the parts of '$libtorch' do not belong together: its TorchConfig.cmake says _GLIBCXX_USE_CXX11_ABI=$said, its libraries are built with $libtorch_abi. Take them from one package." \
    "las partes de '$libtorch' no van juntas: su TorchConfig.cmake dice _GLIBCXX_USE_CXX11_ABI=$said y sus bibliotecas se compilaron con $libtorch_abi. Tómelas de un solo paquete."
  [[ $(<"$artifacts/probe.log") =~ TORCH_VERSION=([0-9]+\.[0-9]+) ]] && loaded=${BASH_REMATCH[1]}
  headers=$(awk '$2 == "TORCH_VERSION_MAJOR" { major = $3 } $2 == "TORCH_VERSION_MINOR" { print major "." $3; exit }' \
    "$libtorch/include/torch/csrc/api/include/torch/version.h")
  [[ -z $loaded || $loaded == "$headers" ]] || fail 5 5016 \
    "the parts of '$libtorch' do not belong together: its headers are those of libtorch $headers, its libraries of $loaded. Take them from one package." \
    "las partes de '$libtorch' no van juntas: sus cabeceras son de libtorch $headers y sus bibliotecas de $loaded. Tómelas de un solo paquete."
}

# libtorch_links ABI: whether a program of that C++ ABI links with the libraries and starts; its words go to artifacts/probe.log.
libtorch_links() {
  local program=$artifacts/probe
  rm -f -- "$program"
  printf '#include <cstdio>\n#include <string>\nnamespace at { std::string show_config(); }\nint main() { std::puts(at::show_config().c_str()); }\n' |
    "${CXX:-c++}" -x c++ "-D_GLIBCXX_USE_CXX11_ABI=$1" - -o "$program" -L"$libtorch_lib" -ltorch_cpu -lc10 -Wl,--allow-shlib-undefined \
      "-Wl,-rpath,$libtorch_lib" >"$artifacts/probe.log" 2>&1 && "$program" >"$artifacts/probe.log" 2>&1
}

# sdk ARG...: dotnet in the project's folder, so that global.json is asked. A subshell: the program itself must start in the
# user's folder, with the user's HOME.
sdk() (
  cd -- "$root" || exit
  # The SDK wants a home it can write to.
  if [[ ! -w ${HOME:-} ]]; then
    export HOME=$artifacts/home DOTNET_CLI_HOME=$artifacts/home
    mkdir -p -- "$HOME"
  fi
  # An SDK from dotnet-install.sh finds no ICU on a bare machine; it can do without.
  if ((without_icu)); then
    export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY=0
  fi
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en
  "$dotnet" "$@" </dev/null
)

check_sdk() {
  local sdks problem how="https://learn.microsoft.com/dotnet/core/install/linux-debian"
  find_dotnet || fail 5 5005 \
    "the .NET 10 SDK is needed; no dotnet was found in PATH, DOTNET_ROOT or ~/.dotnet. Without root: curl -sSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0 (other ways: $how), then run this again." \
    "se necesita el SDK de .NET 10; no hay dotnet en PATH, DOTNET_ROOT ni ~/.dotnet. Sin ser root: curl -sSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0 (otras formas: $how) y repita el comando."
  without_icu=0
  sdk --version >/dev/null 2>&1 && return 0
  without_icu=1
  problem=$(sdk --version 2>&1) && return 0
  sdks=$(sdk --list-sdks 2>/dev/null)
  sdks=${sdks//$'\n'/, }
  problem=${problem%%$'\n'*}
  fail 5 5005 \
    "the .NET 10 SDK is needed; $dotnet has: ${sdks:-no SDK}${problem:+, and says: $problem} Install it as $how says (package dotnet-sdk-10.0), then run this again." \
    "se necesita el SDK de .NET 10; $dotnet tiene: ${sdks:-ningún SDK}${problem:+, y dice: $problem} Instálelo como indica $how (paquete dotnet-sdk-10.0) y repita el comando."
}

# ---- packages --------------------------------------------------------------------------------------------------------

purpose() {
  case $1 in
    libtorch-dev) text "the tensor engine, with headers" "el motor de tensores, con cabeceras" ;;
    cmake | g++ | make) text "builds the native library" "compila la biblioteca nativa" ;;
    libturbojpeg0-dev) text "reads pictures, and tells a damaged JPEG" "lee imágenes y reconoce un JPEG dañado" ;;
    libopenblas0-pthread) text "fast matrix products (10x against the plain BLAS)" "productos de matrices rápidos (10 veces frente al BLAS simple)" ;;
    libtcmalloc-minimal4) text "faster memory (about 1.4x on small networks)" "memoria más rápida (unas 1.4 veces en redes pequeñas)" ;;
  esac
}

install_missing() {
  find_missing
  local packages=("${required[@]}" "${optional[@]}") package command mode sudo=()
  ((${#packages[@]})) || return 0

  if ! type -P apt-get >/dev/null; then
    refuse "This is no Debian: install what these Debian packages stand for with the means of your system." \
      "Esto no es Debian: instale con los medios de su sistema lo que corresponde a estos paquetes de Debian."
    return 0
  fi
  ((EUID == 0)) || sudo=(sudo)
  command="${sudo[*]:+sudo }apt-get update && ${sudo[*]:+sudo }apt-get install -y --no-install-recommends ${packages[*]}"

  mode=${ADVERSA_SETUP:-}
  if [[ -z $mode ]]; then
    if ((EUID == 0)) || [[ -n ${CI:-} && ${CI:-} != false ]]; then mode=auto; else mode=ask; fi
  fi
  # Nobody is asked who cannot answer.
  [[ $mode == ask && ! (-t 0 && -t 2) ]] && mode=never
  if ((EUID != 0)) && [[ $mode != never ]]; then
    if ! type -P sudo >/dev/null; then
      mode=never
    elif ! { [[ -t 0 && -t 2 ]] || sudo -n true 2>/dev/null; }; then
      mode=never    # sudo would want a password
    fi
    [[ -t 0 ]] || sudo=(sudo -n)
  fi

  if [[ $mode == never ]]; then
    refuse "Run: $command" "Ejecute: $command"
    return 0
  fi

  say "Adversa needs these Debian packages, which are not installed:" "Adversa necesita estos paquetes de Debian, que no están instalados:"
  for package in "${packages[@]}"; do
    printf '  %-26s %s\n' "$package" "$(purpose "$package")" >&2
  done
  compgen -G "/var/lib/apt/lists/*Packages*" >/dev/null || apt update || refuse_failed "$command"
  show_size "${packages[@]}"
  if [[ $mode == ask ]] && ! confirmed; then
    refuse "Run: $command" "Ejecute: $command"
    return 0
  fi

  say "Installing; apt's output goes to artifacts/setup.log." "Instalando; la salida de apt va a artifacts/setup.log."
  # A package list that has grown old names files that are gone: one fresh list, one more try.
  # Nothing is drawn over sudo's question for a password.
  local first=1 quietly=(watched "$artifacts/setup.log" "packages" "paquetes")
  [[ ${#sudo[@]} -eq 0 || ${sudo[*]} == *-n* ]] || quietly=()
  "${quietly[@]}" apt install "${packages[@]}" || { apt update && apt install "${packages[@]}"; } || refuse_failed "$command"
  find_missing
  if ((${#required[@]})); then
    refuse "apt installed the packages, and these are still not found; see artifacts/setup.log." \
      "apt instaló los paquetes y estos siguen sin aparecer; vea artifacts/setup.log."
  fi
}

# apt update | apt install PACKAGE...; uses install_missing's `sudo`.
apt() {
  local action=$1
  shift
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
    apt-get -q -y -o Dpkg::Use-Pty=0 --no-install-recommends "$action" "$@" </dev/null >>"$artifacts/setup.log" 2>&1
}

show_size() {
  local plan download='' disk=''
  plan=$(LC_ALL=C apt-get -o Debug::NoLocking=1 --no-install-recommends --assume-no install "$@" </dev/null 2>/dev/null)
  [[ $plan =~ Need\ to\ get\ ([0-9.,]+\ ?[kMG]?B) ]] && download=${BASH_REMATCH[1]}
  [[ $plan =~ ([0-9.,]+\ ?[kMG]?B)\ of\ additional\ disk ]] && disk=${BASH_REMATCH[1]}
  [[ -n $download ]] || return 0
  say "With what they need in turn: $download to download, ${disk:-0 B} on disk." \
    "Con lo que ellos necesitan: $download de descarga, ${disk:-0 B} en disco."
}

confirmed() {
  local answer=''
  printf '%s ' "$(text "Install them now? [Y/n]" "¿Instalarlos ahora? [S/n]")" >&2
  IFS= read -r answer || return 1
  [[ -z $answer || $answer == [yYsS]* ]]
}

# refuse ENGLISH SPANISH: ends with 5 when training needs what is missing, else warns and goes on.
refuse() {
  if ((${#required[@]})); then
    local all="${required[*]} ${optional[*]}"
    fail 5 5001 "missing packages: ${all% }. $1" "faltan paquetes: ${all% }. $2"
  fi
  say "warning ADV5001: missing packages: ${optional[*]}; training works, pictures from files or speed may not. $1" \
    "warning ADV5001: faltan paquetes: ${optional[*]}; el entrenamiento funciona, las imágenes de archivo o la velocidad quizá no. $2"
}

refuse_failed() {
  local said
  said=$(tail -n 15 -- "$artifacts/setup.log")
  printf '%s\n' "$said" >&2
  [[ $said != *"Unable to locate package libtorch-dev"* ]] ||
    fail 5 5003 "this system's archive has no libtorch-dev (Ubuntu 24.04's has none). Name another libtorch: ADVERSA_LIBTORCH=FOLDER, PyTorch's official archive for C++ or the folder torch of its pip package (README)" \
      "el archivo de paquetes de este sistema no tiene libtorch-dev (el de Ubuntu 24.04 no lo tiene). Indique otra libtorch: ADVERSA_LIBTORCH=CARPETA, el archivo oficial de PyTorch para C++ o la carpeta torch de su paquete de pip (README)"
  fail 5 5003 "apt-get could not install the packages; the lines above are the end of $artifacts/setup.log. Check the network, then run: $1" \
    "apt-get no pudo instalar los paquetes; las líneas de arriba son el final de $artifacts/setup.log. Compruebe la red y ejecute: $1"
}

# ---- the build -------------------------------------------------------------------------------------------------------

build() {
  local project=$1
  local first=''
  if [[ ! -e $stamp ]]; then
    first=1
    say "Building Adversa, once; this takes a minute or two. The compilers' output goes to $build_log" \
      "Compilando Adversa, por única vez; tarda uno o dos minutos. La salida de los compiladores va a $build_log"
  elif [[ -t 2 ]]; then
    say "Sources changed; building." "El código cambió; compilando."
  fi
  : >"$build_log"
  [[ -z $libtorch ]] || probe_libtorch
  # The stamp is as old as the start of the build, so that a file saved during the build counts as new.
  : >"$artifacts/stamp.next"
  keep_running_copies
  watched "$build_log" "1/2 native library" "1/2 biblioteca nativa" build_native || build_failed 1010
  watched "$build_log" "2/2 program" "2/2 programa" build_managed "$project" || build_failed 1011
  write_stamp
}

# watched LOG ENGLISH SPANISH COMMAND...: runs a long command into its log and says meanwhile how far it is: on a terminal by one line that
# redraws itself; elsewhere, in a first build, by a line at its start and one every 20 seconds.
watched() {
  local log=$1 words watcher='' code
  words=$(text "$2" "$3")
  shift 3
  if [[ -t 2 || -n ${first:-} ]]; then
    [[ -t 2 ]] || printf '  %s\n' "$words" >&2
    tell_how_far "$log" "$words" &
    watcher=$!
  fi
  "$@" >>"$log" 2>&1 </dev/null
  code=$?
  if [[ -n $watcher ]]; then
    kill "$watcher" 2>/dev/null
    wait "$watcher" 2>/dev/null
    [[ ! -t 2 ]] || printf '\r\033[K' >&2
  fi
  return "$code"
}

# It ends with the launcher, however that ends, and keeps no pipe open: `sleep` writes nowhere.
tell_how_far() {
  local log=$1 words=$2 start=$SECONDS next=20 at
  while sleep 1 >/dev/null 2>&1 && kill -0 $$ 2>/dev/null; do
    at=$(how_far "$log")
    if [[ -t 2 ]]; then
      printf '\r  %s: %d s%s\033[K' "$words" $((SECONDS - start)) "${at:+, $at}" >&2
    elif ((SECONDS - start >= next)); then
      printf '  %s: %d s%s\n' "$words" $((SECONDS - start)) "${at:+, $at}" >&2
      ((next += 20))
    fi
  done
}

# The newest of CMake's shares, dotnet's finished projects and apt's packages in a log.
how_far() {
  local last
  last=$(grep -oE '^\[ *[0-9]+%\]|^ *[A-Za-z.]+ -> |^(Get:[0-9]+|Unpacking|Setting up) [^ ]+' -- "$1" 2>/dev/null | tail -n 1)
  last=${last% -> }
  while [[ $last == ' '* ]]; do last=${last# }; done
  printf '%s' "$last"
}

# A build overwrites the program's files in place. A training that runs from them would die (it has them mapped): give each
# file a copy under its name, and leave the old one to whoever has it open.
keep_running_copies() {
  local file
  for file in "${app%/*}"/*.dll "${app%/*}"/*/*.dll; do
    [[ -f $file ]] || continue
    cp -p -- "$file" "$file.next" && mv -f -- "$file.next" "$file"
  done
}

build_native() {
  local folder=$artifacts/native-build key="$root|$libtorch|${CXX:-}"
  # CMake remembers where it found things; another place means a new start.
  if [[ ! -f $folder/key || $(<"$folder/key") != "$key" ]]; then
    rm -rf -- "$folder" "$native"
    mkdir -p -- "$folder" && printf '%s\n' "$key" >"$folder/key" || return
  fi
  cmake -S "$root/native" -B "$folder" -DCMAKE_BUILD_TYPE=Release "-DADVERSA_OUTPUT=$native" \
    "-DADVERSA_LIBTORCH=$libtorch" "-DADVERSA_LIBTORCH_LIB=${libtorch_lib:-}" "-DADVERSA_LIBTORCH_ABI=${libtorch_abi:-}" ${strict:+-DADVERSA_STRICT=ON} || return
  cmake --build "$folder" --parallel "$(nproc)"
}

build_managed() {
  local project=$1 options=()
  is_locked && options+=(-p:RestoreLockedMode=true)
  # Nothing of the build may outlive it: no node reuse, no compiler server.
  sdk build "$project" -c Release -v minimal -tl:off -nodeReuse:false -p:UseSharedCompilation=false "${options[@]}"
}

# In CI the lock files decide, as soon as every project has one.
is_locked() {
  local file
  [[ -n ${CI:-} && ${CI:-} != false ]] || return 1
  for file in "$root"/{src,tests}/*/*.csproj; do
    [[ -f ${file%/*}/packages.lock.json ]] || return 1
  done
}

build_failed() {
  # Compilers' own lines first; the whole log if none is there.
  grep -E 'error|CMake Error' -A 3 -- "$build_log" | awk '!seen[$0]++' | tail -n 20 >&2
  fail 1 "$1" "Adversa does not build; the whole output is in $build_log. If the sources are unchanged, remove $artifacts and run this again." \
    "Adversa no se compila; la salida completa está en $build_log. Si el código no cambió, borre $artifacts y repita el comando."
}

write_stamp() {
  local torch_file='' libraries='' library
  [[ -f $artifacts/native-build/libtorch.txt ]] && torch_file=$(<"$artifacts/native-build/libtorch.txt")
  for library in "$native"/*.so; do
    [[ -e $library ]] && libraries+="${library##*/} "
  done
  local next=$artifacts/stamp.next
  # Nothing but lock files, which restoring writes, changed meanwhile: then the stamp may be as young as now.
  local newer
  newer=$(newer_source "$next" -type f ! -name packages.lock.json)
  [[ -n $newer ]] || touch -- "$next"
  touch -r "$next" -- "$next.time"
  printf '%s\n' "$stamp_version" "$libtorch" "$torch_file" "$libraries" "${optional[*]}" >"$next"
  touch -r "$next.time" -- "$next"
  rm -f -- "$next.time"
  mv -f -- "$next" "$stamp"
}
