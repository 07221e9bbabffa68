#compdef claimtrack
# Completion of claimtrack for zsh:  source <(claimtrack completion zsh), behind compinit
# compadd quotes what it puts on the line; nothing here evaluates a name out of a ledger.

_claimtrack() {
    local line typed
    local -a asked found
    asked=("${(@Q)words[2,CURRENT]}")
    while IFS= read -r line; do
        case $line in
            /) _files; return ;;
            '='*) found+=("${line[2,-1]}") ;;
        esac
    done < <("${(Q)words[1]}" _complete "${asked[@]}" 2>/dev/null)
    compadd -U -- "${found[@]}"
    # several names that begin otherwise than what was typed ("sud": Südkorea, Sudan): what they
    # have in common would take its place, and be less
    typed=${asked[-1]}
    if (( $#found > 1 && ${#${(M)found:#${(b)typed}*}} < $#found )); then
        compstate[insert]='' compstate[list]='list force'
    fi
}

if [ "$funcstack[1]" = "_claimtrack" ]; then
    _claimtrack "$@"
else
    compdef _claimtrack claimtrack
fi
