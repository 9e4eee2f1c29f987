;;; emacs.el --- Emacs with Eglot as a writer uses it, without a screen  -*- lexical-binding: t -*-

;;; Commentary:

;; It does each thing once, waits for what must follow, and writes down what it saw; test_nvim_and_emacs.py says what
;; that must be.  The server comes from the settings in docs/editors.md, which are loaded before this.
;;
;; Environment: PROOF_OUT, the file for what was seen (JSON).  The argument is the text.

;;; Code:

(require 'cl-lib)
(require 'eglot)
(require 'flymake)
(require 'imenu)
(require 'json)

(defconst proof-patience 60 "Seconds; a longer silence is a mistake.")
(defconst proof-rule "formeel-verbindingswoord")
(defvar proof-seen nil "What was seen, in the order of seeing.")
(defvar proof-menu nil "The titles in the last menu of code actions.")

(defun proof-saw (key value)
  "Write down VALUE under KEY."
  (push (cons key value) proof-seen))

(defun proof-wait (what condition)
  "Wait until CONDITION holds; WHAT says what for."
  (let ((end (+ (float-time) proof-patience)))
    (while (not (funcall condition))
      (when (> (float-time) end)
        (error "Waited in vain for %s; messages: %s" what
               (with-current-buffer (messages-buffer) (buffer-string))))
      ;; With a screen Emacs does this by itself when the writer pauses.
      (when eglot--managed-mode
        (eglot--signal-textDocument/didChange)
        (flymake-start))
      (accept-process-output nil 0.02))))

(defun proof-words (from to)
  "Return the words between FROM and TO, which may be behind a text that just became shorter."
  (buffer-substring-no-properties (min from (point-max)) (min to (point-max))))

(defun proof-diagnostics ()
  "Return the diagnostics with the words under them, as Emacs itself finds them."
  (mapcar (lambda (one)
            (let ((said (cdr (assoc 'eglot-lsp-diag (flymake-diagnostic-data one)))))
              `((rule . ,(plist-get said :code))
                (words . ,(proof-words (flymake-diagnostic-beg one) (flymake-diagnostic-end one)))
                (message . ,(flymake-diagnostic-text one)))))
          (flymake-diagnostics)))

(defun proof-has ()
  "Tell whether the difficult word is found."
  (cl-find proof-rule (proof-diagnostics) :key (lambda (one) (alist-get 'rule one)) :test #'equal))

(defun proof-has-not ()
  "Tell whether the difficult word is no longer found."
  (not (proof-has)))

(defun proof-go-to (words)
  "Put the cursor in WORDS."
  (goto-char (point-min))
  (search-forward words)
  (backward-char 1))

(defun proof-choose (wanted)
  "Open the menu of code actions and choose the first title that begins with WANTED."
  (cl-letf (((symbol-function 'completing-read)
             (lambda (_prompt items &rest _)
               (setq proof-menu (mapcar #'car items))
               (or (cl-find-if (lambda (title) (string-prefix-p wanted title)) proof-menu)
                   (error "%s is not in the menu: %S" wanted proof-menu))))
            ((symbol-function 'y-or-n-p) (lambda (&rest _) t))
            ((symbol-function 'yes-or-no-p) (lambda (&rest _) t))
            (last-nonmenu-event 'keyboard))
    (eglot-code-actions (point) nil nil t)))

(defun proof-hover ()
  "Return the explanation of what is under the cursor."
  (let (said)
    (eglot-hover-eldoc-function (lambda (text &rest _) (when (stringp text) (setq said text))))
    (proof-wait "the explanation" (lambda () said))
    (substring-no-properties said)))

(defun proof-line ()
  "Return the line with the cursor."
  (buffer-substring-no-properties (line-beginning-position) (line-end-position)))

(defun proof-lines ()
  "Return all lines of the text."
  (vconcat (split-string (substring-no-properties (string-trim-right (buffer-string))) "\n")))

(defun proof-write (file text)
  "Write TEXT to FILE."
  (write-region text nil file nil 'silent))

(defun proof-run (file)
  "Do everything in FILE."
  (find-file file)
  (setq-local imenu-auto-rescan t)
  (run-hooks 'post-command-hook)
  (proof-wait "the server" #'eglot-current-server)
  (proof-wait "the first diagnostics" #'proof-has)
  (let ((server (eglot-current-server))
        (toml (expand-file-name "b1check.toml" default-directory)))
    (proof-saw 'diagnostics (vconcat (proof-diagnostics)))
    (proof-go-to "indien")
    (proof-saw 'hover (proof-hover))
    (proof-saw 'symbols (vconcat (mapcar #'car (cdar (eglot-imenu)))))

    (buffer-enable-undo)
    (undo-boundary)
    (proof-choose "Schrijf: ")
    (proof-saw 'menu (vconcat proof-menu))
    (proof-wait "the quick fix" (lambda () (not (string-match-p "indien" (proof-line)))))
    (proof-saw 'fixed_one (proof-line))
    (proof-wait "the findings after it" #'proof-has-not)
    (revert-buffer t t t)
    (proof-wait "the finding after going back" #'proof-has)

    (proof-choose "Pas alle veilige verbeteringen toe")
    (proof-wait "all safe fixes" (lambda () (not (string-match-p "indien" (buffer-string)))))
    (proof-saw 'fixed_all (proof-lines))
    (proof-wait "the findings after them" #'proof-has-not)
    (revert-buffer t t t)
    (proof-wait "the finding after going back" #'proof-has)

    (proof-go-to "indien")
    (proof-choose "Negeer hier")
    (proof-wait "the finding to be ignored" #'proof-has-not)
    (proof-saw 'ignored (proof-lines))
    (revert-buffer t t t)
    (proof-wait "the finding after going back" #'proof-has)

    (proof-go-to "indien")
    (proof-choose "Sta ")
    (save-some-buffers t)
    (proof-wait "the word to be allowed" #'proof-has-not)
    (proof-saw 'allowed (vconcat (with-temp-buffer
                                   (insert-file-contents toml)
                                   (split-string (buffer-string) "\n" t))))

    (proof-write toml "profile = \"inwoner\"\n")
    (proof-wait "the changed file to be seen" #'proof-has)
    (delete-file toml)
    (setq-default eglot-workspace-configuration '(:b1check (:ignore ["woorden"])))
    (eglot-signal-didChangeConfiguration server)
    (proof-wait "the changed settings to be seen" #'proof-has-not)
    (proof-saw 'others (vconcat (proof-diagnostics)))

    (set-buffer-modified-p nil)
    ;; As `eglot-shutdown' does, but that kills a server that is not gone at once.
    (setf (eglot--shutdown-requested server) t)
    (jsonrpc-request server :shutdown nil)
    (jsonrpc-notify server :exit nil)
    (let ((process (jsonrpc--process server)))
      (proof-wait "the server to end" (lambda () (not (process-live-p process)))))))

(let ((debug-on-error nil))
  (proof-saw 'version emacs-version)
  (condition-case problem
      (proof-run (car command-line-args-left))
    (error (proof-saw 'problem (error-message-string problem))))
  (with-temp-file (getenv "PROOF_OUT")
    (set-buffer-file-coding-system 'utf-8)
    (insert (json-encode proof-seen)))
  (kill-emacs 0))

;;; emacs.el ends here
