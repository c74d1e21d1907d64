# bash completion for samur: eval "$(samur completions bash)"
# The program itself says what may come next, values of the chronicle among it; here its answer is handed on.
_samur() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        COMPREPLY+=("$line")
    done < <(COMP_TYPE=$COMP_TYPE COMP_WORDBREAKS=$COMP_WORDBREAKS \
        command samur completions bash --line "${COMP_LINE:0:COMP_POINT}" 2> /dev/null)
}
# Before 4.4, bash knows no nosort.
complete -o nospace -o nosort -F _samur samur 2> /dev/null || complete -o nospace -F _samur samur
