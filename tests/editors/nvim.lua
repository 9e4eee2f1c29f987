-- Neovim as a writer uses it, without a screen. It does each thing once, waits for what must follow, and writes down
-- what it saw; test_nvim.py says what that must be. The server comes from the settings in docs/editors.md.
--
-- Environment: PROOF_OUT, the file for what was seen (JSON). The first buffer is the text.

local PATIENCE = 60000 -- milliseconds; a longer silence is a mistake
local seen = { version = tostring(vim.version().major) .. '.' .. tostring(vim.version().minor) }
local text = vim.api.nvim_get_current_buf()
local file = vim.fn.expand('%:p')
local folder = vim.fn.expand('%:p:h')

local function finish(problem)
  seen.problem = problem
  vim.fn.writefile({ vim.fn.json_encode(seen) }, os.getenv('PROOF_OUT'))
  vim.cmd('qall!')
end

local function wait(what, condition)
  if not vim.wait(PATIENCE, condition, 20) then
    error('waited in vain for ' .. what .. '; messages: ' .. vim.fn.execute('messages'))
  end
end

local function clients()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)({ name = 'b1check' })
end

local function line(number)
  return vim.api.nvim_buf_get_lines(text, number - 1, number, false)[1]
end

-- The words under each diagnostic, as Neovim itself finds them in the buffer.
local function diagnostics()
  local found = vim.tbl_map(function(one)
    local words = vim.api.nvim_buf_get_text(text, one.lnum, one.col, one.end_lnum, one.end_col, {})
    return { rule = one.code, words = table.concat(words, '\n'), message = one.message, line = one.lnum + 1 }
  end, vim.diagnostic.get(text))
  table.sort(found, function(a, b) return a.rule .. a.words < b.rule .. b.words end)
  return found
end

local function has(rule)
  return function()
    return #vim.tbl_filter(function(one) return one.code == rule end, vim.diagnostic.get(text)) > 0
  end
end

local function has_not(rule)
  local there = has(rule)
  return function() return not there() end
end

-- Put the cursor on `words`, found as bytes, as `/words` would.
local function go_to(words)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  assert(vim.fn.search('\\V' .. words, 'c') > 0, words .. ' is not in the text')
end

-- Open the menu of code actions and choose the first title that begins with `wanted`; nil only reads the menu.
local function menu(wanted)
  local titles
  vim.ui.select = function(items, _, choose)
    titles = vim.tbl_map(function(item) return (item.action or item[2]).title end, items)
    for number, title in ipairs(titles) do
      if wanted and vim.startswith(title, wanted) then
        return choose(items[number], number)
      end
    end
    choose(nil, nil)
  end
  vim.lsp.buf.code_action()
  wait('the menu of code actions', function() return titles ~= nil end)
  return titles
end

local function ask(method, params)
  params.textDocument = { uri = vim.uri_from_bufnr(text) }
  for _, answer in pairs(vim.lsp.buf_request_sync(text, method, params, PATIENCE) or {}) do
    return answer.result
  end
end

local function inlay_hints()
  if not vim.lsp.inlay_hint then -- before 0.10 Neovim asks for none; the server answers all the same
    local all = { start = { line = 0, character = 0 }, ['end'] = { line = 99, character = 0 } }
    return vim.tbl_map(function(one) return one.label end, ask('textDocument/inlayHint', { range = all }) or {})
  end
  return vim.tbl_map(function(one) return one.inlay_hint.label end, vim.lsp.inlay_hint.get({ bufnr = text }))
end

local function write(path, words)
  vim.fn.writefile(words, path)
end

local function run()
  wait('the server', function() return #clients() == 1 end)
  local client = clients()[1]
  wait('the first diagnostics', has('formeel-verbindingswoord'))
  seen.encoding = client.offset_encoding
  seen.diagnostics = diagnostics()

  go_to('indien')
  vim.lsp.buf.hover()
  wait('the explanation', function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        seen.hover = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
        vim.api.nvim_win_close(window, true)
        return true
      end
    end
  end)

  wait('the inlay hints', function() return #inlay_hints() > 0 end)
  seen.hints = inlay_hints()

  vim.lsp.codelens.refresh()
  wait('the lens', function() return #vim.lsp.codelens.get(text) > 0 end)
  seen.lens = vim.lsp.codelens.get(text)[1].command.title
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  vim.lsp.codelens.run()
  wait('what the lens says', function() return vim.fn.execute('messages'):find('score') ~= nil end)

  seen.symbols = vim.tbl_map(function(one) return one.name end, ask('textDocument/documentSymbol', {}))

  go_to('indien')
  seen.menu = menu(nil)
  menu('Schrijf: ')
  wait('the quick fix', function() return not line(3):find('indien') end)
  seen.fixed_one = line(3)
  wait('the findings after it', has_not('formeel-verbindingswoord'))
  vim.cmd('undo')
  wait('the finding after undo', has('formeel-verbindingswoord'))

  menu('Pas alle veilige verbeteringen toe')
  wait('all safe fixes', function() return not line(3):find('indien') end)
  seen.fixed_all = vim.api.nvim_buf_get_lines(text, 0, -1, false)
  wait('the findings after them', has_not('formeel-verbindingswoord'))
  vim.cmd('undo')
  wait('the finding after undo', has('formeel-verbindingswoord'))

  go_to('indien')
  menu('Negeer hier')
  wait('the finding to be ignored', has_not('formeel-verbindingswoord'))
  wait('the question for a reason', has('uitgezet-zonder-reden'))
  seen.ignored = vim.api.nvim_buf_get_lines(text, 0, -1, false)
  vim.cmd('undo')
  wait('the finding after undo', has('formeel-verbindingswoord'))

  go_to('indien')
  menu('Sta ')
  wait('the word to be allowed', has_not('formeel-verbindingswoord'))
  seen.allowed = vim.fn.readfile(folder .. '/b1check.toml')

  write(folder .. '/b1check.toml', { 'profile = "inwoner"' })
  wait('the changed file to be seen', has('formeel-verbindingswoord'))
  vim.fn.delete(folder .. '/b1check.toml')
  client.settings = { b1check = { ignore = { 'woorden' } } } -- what Neovim answers when the server asks
  client.notify('workspace/didChangeConfiguration', { settings = client.settings })
  wait('the changed settings to be seen', has_not('formeel-verbindingswoord'))
  seen.others = diagnostics()

  vim.cmd('edit! ' .. vim.fn.fnameescape(file))
  vim.lsp.stop_client(client.id)
  wait('the server to end', function() return #clients() == 0 end)
end

local ok, problem = xpcall(run, debug.traceback)
finish(not ok and problem or nil)
