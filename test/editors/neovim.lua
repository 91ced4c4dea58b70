-- nvim --headless -u NONE -i NONE -n -c "luafile test/editors/neovim.lua", from the project's folder; Neovim 0.7 and later.
-- The setup is the one of the README, with the built command line as `scalewright`.
local root = vim.fn.getcwd()

local function expect(what, truth)
  if not truth then error(what) end
  print('  ✔ ' .. what)
end

local function setup()
  local programs = vim.fn.tempname()
  vim.fn.mkdir(programs)
  assert(vim.loop.fs_symlink(root .. '/dist/cli.js', programs .. '/scalewright'))
  vim.env.PATH = programs .. ':' .. vim.env.PATH
  vim.g.do_filetype_lua = 1
  -- Neovim 0.7 has the two halves of it.
  vim.lsp.start = vim.lsp.start or function(config)
    local id = assert(vim.lsp.start_client(config))
    vim.lsp.buf_attach_client(0, id)
    return id
  end
  local readme = table.concat(vim.fn.readfile(root .. '/README.md'), '\n')
  assert(loadstring(assert(readme:match('```lua\n(.-)```'), 'the README has no setup')))()
  vim.cmd('filetype on')
end

local ok, problem = pcall(function()
  setup()
  vim.cmd('edit ' .. root .. '/test/vscode/workspace/broken.instrument.yaml')
  local buffer = vim.api.nvim_get_current_buf()
  expect('the file is known by its name', vim.bo[buffer].filetype == 'scalewright')
  local client
  vim.wait(10000, function()
    client = next(vim.lsp.buf_get_clients(buffer))
    return client ~= nil
  end, 5)

  local function named() return vim.tbl_filter(function(one) return one.code == 'undefined-name' end, vim.diagnostic.get(buffer)) end
  vim.wait(10000, function() return #named() > 0 end, 5)
  local found = named()[1]
  expect('the misspelt response is found', found ~= nil)
  expect('at exactly its characters', found.lnum == 17 and found.col == 14 and found.end_lnum == 17 and found.end_col == 19)

  local document = vim.lsp.util.make_text_document_params(buffer)
  local asked = { textDocument = document, position = { line = 17, character = 14 } }
  local completions = vim.lsp.buf_request_sync(buffer, 'textDocument/completion', asked, 5000)[client].result
  local labels = vim.tbl_map(function(item) return item.label end, completions.items or completions)
  expect('the responses are offered', vim.tbl_contains(labels, 'agree5'))

  vim.api.nvim_buf_set_text(buffer, 17, 14, 17, 19, { 'agree5' })
  expect('the finding goes when the text is mended', vim.wait(10000, function() return #named() == 0 end, 5))
  vim.lsp.stop_client(client)
end)
if not ok then
  print('  ' .. tostring(problem) .. '\n')
  vim.cmd('cquit 1')
end
print('\n')
vim.cmd('qall!')
