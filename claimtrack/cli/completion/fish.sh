# Completion of claimtrack for fish:  claimtrack completion fish | source
# fish quotes what it puts on the line; nothing here evaluates a name out of a ledger.

function __claimtrack_complete
    set -l asked (commandline -opc)[2..-1] (commandline -ct | string unescape 2>/dev/null)
    test (count $asked) -eq 0; and set asked ""
    for line in (command claimtrack _complete $asked 2>/dev/null)
        if test "$line" = /
            __fish_complete_path (commandline -ct)
        else
            string sub -s 2 -- $line
        end
    end
end

complete -c claimtrack -f -a "(__claimtrack_complete)"
