# Completion of claimtrack for bash:  source <(claimtrack completion bash)
# Names out of a ledger are only ever put on the line quoted; nothing here evaluates them.

_claimtrack_quoted() {  # WORD TYPED: the word as it can stand behind what was typed
    case "$2" in
        \"*) local out=${1//\\/\\\\}; out=${out//\"/\\\"}; out=${out//\$/\\\$}
             printf '%s' "${out//\`/\\\`}" ;;
        \'*) printf '%s' "${1//\'/\'\\\'\'}" ;;
        *) printf '%q' "$1" ;;
    esac
}

_claimtrack_bare() {  # WORD: what was typed, without its quotes and backslashes
    local out=${1#[\"\']}
    out=${out%[\"\']}
    printf '%s' "${out//\\/}"
}

_claimtrack() {
    local typed=${COMP_WORDS[COMP_CWORD]} line word
    local -a words=()
    for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        words+=("$(_claimtrack_bare "$word")")
    done
    COMPREPLY=()
    while IFS= read -r line; do
        case "$line" in
            /) compopt -o default 2>/dev/null ;;
            =*) COMPREPLY+=("$(_claimtrack_quoted "${line#=}" "$typed")") ;;
        esac
    done < <("${COMP_WORDS[0]/#\~/$HOME}" _complete "${words[@]}" 2>/dev/null)
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
    return 0
}

complete -F _claimtrack claimtrack
