#compdef claimtrack
# Completion of claimtrack for zsh:  source <(claimtrack completion zsh), behind compinit
# compadd quotes what it puts on the line; nothing here evaluates a name out of a ledger.

_claimtrack() {
    local line
    local -a asked found
    asked=("${(@Q)words[2,CURRENT]}")
    while IFS= read -r line; do
        case $line in
            /) _files; return ;;
            '='*) found+=("${line[2,-1]}") ;;
        esac
    done < <("${(Q)words[1]}" _complete "${asked[@]}" 2>/dev/null)
    compadd -U -- "${found[@]}"
}

if [ "$funcstack[1]" = "_claimtrack" ]; then
    _claimtrack "$@"
else
    compdef _claimtrack claimtrack
fi
