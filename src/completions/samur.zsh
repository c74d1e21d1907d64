#compdef samur
# zsh completion for samur: source <(samur completions zsh), or a file _samur on the fpath.
# The program itself says what may come next, values of the chronicle among it; here its answer is handed on.
_samur() {
    local line value word=${words[CURRENT]%${(b)SUFFIX}}
    local -a whole parts
    local replaced=
    for line in "${(@f)$(command samur completions zsh --line "${(j: :)words[1,CURRENT-1]} $word" 2> /dev/null)}"; do
        [[ -n $line ]] || continue
        value=${line%%$'\t'*}
        [[ $value == ${(b)${(Q)word}}* ]] || replaced=1
        line=${value//:/\\:}:${line#*$'\t'}
        # More is to be typed behind a folder or kind.
        if [[ $value == *[/=] ]]; then parts+=("$line"); else whole+=("$line"); fi
    done
    # -U: an id answers to a name that it does not hold. Several such are gone through one by one, since what they have
    # in common would take the place of what is typed.
    (( $#parts )) && _describe -V value parts -U -S ''
    (( $#whole )) && _describe -V value whole -U
    [[ -z $replaced ]] || (( $#whole + $#parts < 2 )) || compstate[insert]=menu
}
if [[ $funcstack[1] == _samur ]]; then _samur "$@"; else compdef _samur samur; fi
