# fish completion for samur: samur completions fish | source, or a file samur.fish in ~/.config/fish/completions.
# The program itself says what may come next, values of the chronicle among it; here its answer is handed on.
function __samur_complete
    command samur completions fish --line (commandline --current-process --cut-at-cursor | string collect) 2>/dev/null
end
complete --command samur --no-files --keep-order --arguments '(__samur_complete)'
