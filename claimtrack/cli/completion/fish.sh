# Completion of claimtrack for fish:  claimtrack completion fish | source
# fish quotes what it puts on the line; nothing here evaluates a name out of a ledger.
# It drops what does not hold the letters that were typed, so "sud" is answered by "sudkorea".

function __claimtrack_complete
    set -l asked (commandline -opc)[2..-1] (commandline -ct | string unescape 2>/dev/null)
    test (count $asked) -eq 0; and set asked ""
    set -l words
    for line in (command claimtrack _complete_fish $asked 2>/dev/null)
        switch $line
            case /
                __fish_complete_path (commandline -ct)
            case '=*'
                set -a words (string sub -s 2 -- $line)
            case '~*' # which name is meant
                set words[-1] $words[-1]\t(string sub -s 2 -- $line)
        end
    end
    set -q words[1]; and printf '%s\n' $words
end

complete -c claimtrack -f -a "(__claimtrack_complete)"
